// the page behind "Hồ sơ của tôi" in Tasklist's account menu
export default {
  app: { vendor: 'Giao Việc', name: '– Trang cá nhân' },
  locales: { availableLocales: ['vi', 'en'], fallbackLocale: 'vi' },
  dateFormat: { normal: 'DD/MM/YYYY HH:mm', long: 'dddd, DD/MM/YYYY HH:mm', short: 'DD/MM/YYYY' },
  disableWelcomeMessage: true,
  links: [{ label: 'Giao Việc', href: '/', description: 'Giao và theo dõi nhiệm vụ' }],
  // one sign-out for all
  customScripts: ['../tasklist/scripts/giaoviec.js'],
};

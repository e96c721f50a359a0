// Tasklist in Vietnamese, English for browsers set to it
export default {
  locales: { availableLocales: ['vi', 'en'], fallbackLocale: 'vi' },
  app: { name: 'Giao Việc', vendor: 'Giao Việc' },
  customScripts: ['scripts/giaoviec.js'],
};

// Tasklist in Vietnamese, English for browsers set to it
const english = navigator.language.startsWith('en');

export default {
  // shown one after the other in the header and in the browser's title
  app: { vendor: 'Giao Việc', name: english ? '– Task list' : '– Danh sách việc' },
  locales: { availableLocales: ['vi', 'en'], fallbackLocale: 'vi' },
  // the same in both languages; days and months as words come from the locale files
  dateFormat: {
    normal: 'DD/MM/YYYY HH:mm',
    long: 'dddd, DD/MM/YYYY HH:mm',
    short: 'DD/MM/YYYY',
    abbr: 'DD/MM/YYYY HH:mm',
  },
  customScripts: ['scripts/giaoviec.js', 'scripts/tabs.js', 'scripts/cards.js', 'scripts/completed.js'],
  // none to start a process: nobody does that by hand
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: english ? 'claim the open task' : 'nhận việc đang mở' },
    focusFilter: { key: 'ctrl+shift+f', description: english ? 'go to the first list' : 'chuyển đến bộ lọc đầu tiên' },
    focusList: { key: 'ctrl+alt+l', description: english ? 'go to the first task of the list' : 'chuyển đến việc đầu tiên trong danh sách' },
    focusForm: { key: 'ctrl+alt+f', description: english ? 'go to the first field of the form' : 'chuyển đến ô đầu tiên của biểu mẫu' },
  },
};

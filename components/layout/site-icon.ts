/** The site's icon, SVG: an F with a raised 1. */
export const SITE_ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5f63"/>' +
  '<path d="M9 25V9.5h9.5M9 17h8" fill="none" stroke="#fff" stroke-width="3.4"/>' +
  '<path d="M21.6 8.2 24.4 6.4v9.2" fill="none" stroke="#fff" stroke-width="2.4"/></svg>';

"""The site: `settings`, `urls` (every address on one screen), `pages` (one module a page), templates and static files."""

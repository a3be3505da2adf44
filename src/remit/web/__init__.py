"""The site: settings, addresses (the whole site on one screen), pages, templates and static files."""

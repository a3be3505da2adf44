"""The same questions and actions as the pages, as JSON over HTTP: a handler parses, calls one of the store, renders.

Nothing is decided here. Who asks is a token (`caller`); what is wrong is a problem of RFC 9457 (`trouble`).
"""

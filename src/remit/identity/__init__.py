"""How a person is known: second factors, and the protocols of identity providers. No tables and no pages here."""

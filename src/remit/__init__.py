"""Remit: from a responsibility regulation to a running responsibility system."""

__all__ = ["__version__"]
__version__ = "0.1.0"

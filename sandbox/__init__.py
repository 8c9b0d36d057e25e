"""Local stand-ins that speak the vendors' HTTP."""

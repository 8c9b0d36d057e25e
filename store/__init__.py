"""Tables, and rows to domain types and back; rows never leave."""

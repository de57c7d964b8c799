"""Enterprises found on their parcels and in other registers: by code, by name, by place."""

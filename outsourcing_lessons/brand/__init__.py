"""Whose course it is: the logo, the name, the colour and the letter of an organisation, from a file of its own."""

from outsourcing_lessons.brand.brand import Brand, read_brand

__all__ = ["Brand", "read_brand"]

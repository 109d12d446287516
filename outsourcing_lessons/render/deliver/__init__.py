"""What is made of finished workbooks to hand them out: archives, a print run, a table for a mail merge."""

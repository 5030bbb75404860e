"""Who the sources are: every mention traced to one party, through whom and where it spoke."""

"""The ways out: how a reminder leaves the installation, by mail, into a group chat, or to another program."""

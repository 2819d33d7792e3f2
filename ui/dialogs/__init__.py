"""Dialogs, for the few moments when a decision or a secret is needed before anything else can go on."""

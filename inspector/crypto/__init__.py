"""Keys, passphrases, signatures and encrypted bytes: thin, over cryptography and pyrage, and the only home of both.

Vocabulary:

- **signing key** (签名密钥): Ed25519, one per device and one per officer. It is wrapped by its owner's passphrase or PIN
  only and never escrowed: a reliable electronic signature needs creation data that the signer alone controls
  (电子签名法 art. 13).
- **signature file** (签名文件): an SSHSIG text that `ssh-keygen -Y verify` checks on any computer.
- **identity** and **recipient** (解密身份 · 收件公钥): the two halves of an age X25519 key; content is encrypted to
  recipients and opened by identities.
- **wrapping** (口令加锁): a secret locked by a passphrase through Argon2id, its cost bound to it.

Promise: nothing is ever opened or accepted in part. A wrong key, a wrong passphrase, one changed bit, a weakened cost
or a secret taken out for another purpose is refused, as Trouble or as `False`. Python cannot promise that a secret is
wiped from memory once it was used.
"""

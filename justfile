# `just` lists these. Each is a plain command: nothing here is needed to build.

# Run the default scenario.
run *args:
    cargo run --release -- run {{args}}

# Run the tests; a word picks those whose name holds it.
test *args:
    cargo test --all-features {{args}}

# Everything that must hold before a change goes in.
ci:
    .ci/run

# Format, and fix what the lints can fix by themselves.
tidy:
    cargo fmt
    cargo clippy --all-targets --all-features --fix --allow-dirty --allow-staged

# Accept the snapshots that a change altered; read the diff before you commit.
accept *args:
    INSTA_UPDATE=always cargo test --all-features {{args}}

# Measure agent-ticks per second.
bench *args:
    cargo bench {{args}}

# Licences, banned crates and sources; needs cargo-deny.
deny:
    cargo deny check licenses bans sources

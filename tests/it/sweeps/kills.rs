//! A hundred kills of two workers at random moments.
//!
//! Moments are drawn from zero to a length that adapts to the progress of each round, so every kill meets a running
//! process and work remains until the last. Invariant: the seed is fixed and is part of every failure message.

use std::os::unix::process::ExitStatusExt;
use std::process::Child;
use std::time::{Duration, Instant};

const SEED: u64 = 20_261_127;
/// Two workers each.
const ROUNDS: usize = 50;

/// Numbers from zero to one (SplitMix64).
struct Luck(u64);

impl Luck {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Starts both workers and kills each at its own random moment, fifty times. `start` starts one, `left` gives the
/// number of missing shards of each; `first` is the longest lifetime of the first two.
pub(crate) fn hundred(start: &dyn Fn(usize) -> Child, left: &dyn Fn() -> [usize; 2], first: Duration) {
    let (mut luck, mut longest) = (Luck(SEED), first.as_secs_f64());
    let before = left();
    let mut now = before;
    for round in 0..ROUNDS {
        let begun = Instant::now();
        let mut alive: Vec<(f64, Child)> = (0..2).map(|k| (longest * luck.next(), start(k))).collect();
        alive.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (moment, mut child) in alive {
            std::thread::sleep(Duration::from_secs_f64((moment - begun.elapsed().as_secs_f64()).max(0.0)));
            child.kill().unwrap();
            let status = child.wait().unwrap();
            assert_eq!(
                status.signal(),
                Some(9),
                "round {round}, seed {SEED}: {now:?} were left, it ended with {status}"
            );
        }
        let after = left();
        let least = after[0].min(after[1]) as f64;
        // Two thirds of what is left, evenly over the remaining rounds.
        let due = least / 1.5 / (ROUNDS - round) as f64;
        let came = (now[0] - after[0]).max(now[1] - after[1]) as f64;
        longest *= if came > due { 0.7 } else { 1.15 };
        now = after;
    }
    assert!(now.iter().all(|left| *left > 0), "seed {SEED}: nothing was left for the last resume");
    assert!(now.iter().zip(before).all(|(now, before)| *now < before), "seed {SEED}: {now:?} of {before:?} are left");
}

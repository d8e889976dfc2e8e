//! Windows: what was counted lately, in a ring of buckets.
//!
//! Each width has a ring of its own, so that a week is not counted in fortnights because it stands beside a year. A window of up to
//! [`BUCKETS`] ticks is exact; a wider one is cut into that many buckets, the last of them still open.
//!
//! Invariant: a window never holds more than was counted, and nothing that is older than it.

/// Buckets of a ring.
pub const BUCKETS: usize = 24;

/// A window: which of a dossier's rings, and how many of its buckets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Index of the ring.
    pub ring: usize,
    /// Buckets.
    pub buckets: u32,
}

/// Ticks in a bucket of a window of so many ticks.
pub fn width(ticks: f64) -> f64 {
    (ticks / BUCKETS as f64).max(1.0)
}

/// The bucket that a time falls in; the first of them lie before the run.
pub fn bucket(width: f64, time: f64) -> u32 {
    (BUCKETS as f64 + (time / width).floor()).max(0.0) as u32
}

/// Counters of points and deeds by bucket.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ring {
    points: [u32; BUCKETS],
    deeds: [u16; BUCKETS],
    /// The latest bucket that was written.
    latest: u32,
}

impl Ring {
    /// Counts deeds and points in a bucket of time.
    pub fn count(&mut self, bucket: u32, deeds: u16, points: u32) {
        let passed = bucket.saturating_sub(self.latest).min(BUCKETS as u32);
        for k in 0..passed {
            let slot = ((bucket - k) as usize) % BUCKETS;
            self.points[slot] = 0;
            self.deeds[slot] = 0;
        }
        self.latest = self.latest.max(bucket);
        if self.latest - bucket < BUCKETS as u32 {
            let slot = bucket as usize % BUCKETS;
            self.points[slot] = self.points[slot].saturating_add(points);
            self.deeds[slot] = self.deeds[slot].saturating_add(deeds);
        }
    }
    /// Takes points out of a bucket of time, if it is still kept.
    pub fn uncount(&mut self, bucket: u32, points: u32) {
        if bucket <= self.latest && self.latest - bucket < BUCKETS as u32 {
            let slot = &mut self.points[bucket as usize % BUCKETS];
            *slot = slot.saturating_sub(points);
        }
    }
    /// Points and deeds in the last `buckets` buckets up to `bucket`.
    pub fn sum(&self, bucket: u32, buckets: u32) -> (f32, f32) {
        let (mut points, mut deeds) = (0_u64, 0_u32);
        for k in 0..buckets.min(BUCKETS as u32) {
            let Some(at) = bucket.checked_sub(k) else { break };
            // Buckets after the last written one are empty; those a full turn older have been overwritten.
            if at <= self.latest && self.latest - at < BUCKETS as u32 {
                points += u64::from(self.points[at as usize % BUCKETS]);
                deeds += u32::from(self.deeds[at as usize % BUCKETS]);
            }
        }
        (points as f32, deeds as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_forgets_what_is_older_than_it() {
        let mut ring = Ring::default();
        ring.count(0, 2, 20);
        ring.count(3, 1, 5);
        assert_eq!(ring.sum(3, 4), (25.0, 3.0));
        assert_eq!(ring.sum(3, 3), (5.0, 1.0));
        assert_eq!(ring.sum(40, 24), (0.0, 0.0));
        ring.count(26, 1, 1);
        assert_eq!(ring.sum(26, 24), (6.0, 2.0));
        ring.count(27, 1, 1);
        assert_eq!(ring.sum(27, 24), (2.0, 2.0));
        // Too old to be kept.
        ring.count(3, 1, 1);
        assert_eq!(ring.sum(27, 24), (2.0, 2.0));
    }

    #[test]
    fn what_is_counted_backwards_is_the_same_as_forwards() {
        let (mut forwards, mut backwards) = (Ring::default(), Ring::default());
        for k in 1..24 {
            forwards.count(k, 1, k);
            backwards.count(24 - k, 1, 24 - k);
        }
        assert_eq!(forwards, backwards);
    }
}

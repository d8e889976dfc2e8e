//! Windows: what was counted lately, in a ring of buckets.
//!
//! Each width has a ring of its own, so that a short window keeps its precision beside a long one. A window of up to
//! [`BUCKETS`] ticks is exact; a wider one is cut into that many buckets, the last of them still open.
//!
//! Invariant: a window never contains more than was counted, and nothing older than its length.

use std::ops::Range;

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

/// Ticks in a bucket of a window of `ticks`.
pub fn width(ticks: f64) -> f64 {
    (ticks / BUCKETS as f64).max(1.0)
}

/// The bucket that a time falls in; the first of them lie before the run.
#[inline]
pub fn bucket(width: f64, time: f64) -> u32 {
    // Most windows are of so few ticks that each has a bucket of its own.
    let at = if width == 1.0 { time } else { time / width };
    (BUCKETS as f64 + at.floor()).max(0.0) as u32
}

/// Counters of points and deeds by bucket. The number of the latest bucket that was written is kept outside, since most questions to a ring
/// are only whether anything was counted lately.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ring {
    points: [u32; BUCKETS],
    deeds: [u16; BUCKETS],
}

impl Ring {
    /// Counts deeds and points in a bucket of time.
    pub fn count(&mut self, latest: &mut u32, bucket: u32, deeds: u16, points: u32) {
        let passed = bucket.saturating_sub(*latest).min(BUCKETS as u32);
        for k in 0..passed {
            let slot = ((bucket - k) as usize) % BUCKETS;
            self.points[slot] = 0;
            self.deeds[slot] = 0;
        }
        *latest = (*latest).max(bucket);
        if *latest - bucket < BUCKETS as u32 {
            let slot = bucket as usize % BUCKETS;
            self.points[slot] = self.points[slot].saturating_add(points);
            self.deeds[slot] = self.deeds[slot].saturating_add(deeds);
        }
    }
    /// Reads one number from each part of it, so that the processor fetches the ring.
    pub fn touch(&self) -> u32 {
        self.points[0] ^ self.points[BUCKETS - 8] ^ u32::from(self.deeds[BUCKETS - 1])
    }
    /// Takes points out of a bucket of time, if it is still kept.
    pub fn uncount(&mut self, latest: u32, bucket: u32, points: u32) {
        if bucket <= latest && latest - bucket < BUCKETS as u32 {
            let slot = &mut self.points[bucket as usize % BUCKETS];
            *slot = slot.saturating_sub(points);
        }
    }
    /// Points and deeds in some of the buckets that are [`written`], at most one turn of the ring.
    pub fn sum(&self, Range { start, end }: Range<u32>) -> (f32, f32) {
        let (mut points, mut deeds) = (0_u64, 0_u32);
        let mut add = |from: usize, to: usize| {
            points += self.points[from..to].iter().map(|&n| u64::from(n)).sum::<u64>();
            deeds += self.deeds[from..to].iter().map(|&n| u32::from(n)).sum::<u32>();
        };
        let from = start as usize % BUCKETS;
        let to = from + (end - start) as usize;
        // The range may wrap around the end of the ring.
        add(from, to.min(BUCKETS));
        add(0, to.saturating_sub(BUCKETS));
        (points as f32, deeds as f32)
    }
}

/// Those of the last `buckets` buckets, up to `bucket`, that may contain anything: buckets after the latest written one are empty, and
/// buckets a full turn older have been overwritten.
#[inline]
pub fn written(latest: u32, bucket: u32, buckets: u32) -> Range<u32> {
    let turn = BUCKETS as u32;
    let start = (bucket + 1).saturating_sub(buckets.min(turn)).max((latest + 1).saturating_sub(turn));
    start..(bucket.min(latest) + 1).max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default, PartialEq, Debug)]
    struct One(Ring, u32);

    impl One {
        fn count(&mut self, bucket: u32, deeds: u16, points: u32) {
            self.0.count(&mut self.1, bucket, deeds, points);
        }
        fn sum(&self, bucket: u32, buckets: u32) -> (f32, f32) {
            self.0.sum(written(self.1, bucket, buckets))
        }
    }

    #[test]
    fn a_window_forgets_what_is_older_than_it() {
        let mut ring = One::default();
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
        let (mut forwards, mut backwards) = (One::default(), One::default());
        for k in 1..24 {
            forwards.count(k, 1, k);
            backwards.count(24 - k, 1, 24 - k);
        }
        assert_eq!(forwards, backwards);
    }
}

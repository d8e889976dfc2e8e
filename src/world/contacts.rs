//! Contacts: who may hear from whom.
//!
//! Well-mixed contacts and blocks store nothing. A network is stored as compressed sparse rows, built once for a seed and a replicate and
//! shared by all treatments. A person who joins or leaves changes a counter of each contact by 1, so quiet people are never examined.
//!
//! Invariant: the network is symmetric, without loops.

use super::stream::Stream;

/// The structure of contacts.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Everybody may hear from everybody.
    WellMixed,
    /// A share of contacts inside one's own segment, the rest anywhere.
    Blocks {
        /// That share.
        own: f32,
    },
    /// Each pair with equal chance (Erdős & Rényi 1959).
    Random,
    /// A ring of neighbours with some ties that lead anywhere (Watts & Strogatz 1998).
    SmallWorld {
        /// Share of ties that lead anywhere.
        rewire: f64,
    },
    /// Newcomers prefer people with many ties (Barabási & Albert 1999).
    ScaleFree,
    /// Given pairs.
    Given(Vec<(u32, u32)>),
}

impl Kind {
    /// Whether ties are stored.
    pub fn is_network(&self) -> bool {
        !matches!(self, Kind::WellMixed | Kind::Blocks { .. })
    }
}

/// A stored network.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contacts {
    starts: Vec<u32>,
    others: Vec<u32>,
}

impl Contacts {
    /// Builds the network of a kind, or an empty one if nothing is stored.
    pub fn build(kind: &Kind, people: u32, mean_degree: f64, luck: Stream) -> Contacts {
        let n = u64::from(people);
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let other = |bits: u64| ((u128::from(bits) * u128::from(n)) >> 64) as u32;
        match kind {
            Kind::WellMixed | Kind::Blocks { .. } => return Contacts::default(),
            Kind::Given(given) => pairs.extend(given.iter().filter(|(a, b)| a != b)),
            Kind::Random => {
                let mut luck = luck.luck();
                let ties = (mean_degree * people as f64 / 2.0).round() as u64;
                while (pairs.len() as u64) < ties && n > 1 {
                    let (a, b) = (other(luck.bits()), other(luck.bits()));
                    if a != b {
                        pairs.push((a, b));
                    }
                }
            }
            Kind::SmallWorld { rewire } => {
                let half = ((mean_degree / 2.0).round() as u32).max(1);
                for a in 0..people {
                    for k in 1..=half {
                        let mut luck = luck.at(u64::from(a)).at(u64::from(k)).luck();
                        let mut b = (a + k) % people;
                        if luck.unit() < *rewire {
                            b = other(luck.bits());
                        }
                        if a != b {
                            pairs.push((a, b));
                        }
                    }
                }
            }
            Kind::ScaleFree => {
                let each = ((mean_degree / 2.0).round() as u32).max(1);
                let mut luck = luck.luck();
                // To draw a random end of a tie is to draw a person in proportion to their ties.
                let mut ends: Vec<u32> = (0..=each.min(people.saturating_sub(1))).collect();
                for a in each + 1..people {
                    for _ in 0..each {
                        let b = ends[((u128::from(luck.bits()) * ends.len() as u128) >> 64) as usize];
                        pairs.push((a, b));
                    }
                    let fresh = pairs.len() - each as usize;
                    for &(a, b) in &pairs[fresh..] {
                        ends.push(a);
                        ends.push(b);
                    }
                }
            }
        }
        Contacts::rows(people, &pairs)
    }

    fn rows(people: u32, pairs: &[(u32, u32)]) -> Contacts {
        let mut starts = vec![0_u32; people as usize + 1];
        for &(a, b) in pairs {
            starts[a as usize + 1] += 1;
            starts[b as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let mut others = vec![0_u32; pairs.len() * 2];
        for &(a, b) in pairs {
            others[next[a as usize] as usize] = b;
            next[a as usize] += 1;
            others[next[b as usize] as usize] = a;
            next[b as usize] += 1;
        }
        Contacts { starts, others }
    }

    /// Whether ties are stored.
    pub fn is_network(&self) -> bool {
        !self.starts.is_empty()
    }
    /// The contacts of a person.
    pub fn of_person(&self, id: u32) -> &[u32] {
        match self.starts.get(id as usize..id as usize + 2) {
            Some(&[from, to]) => &self.others[from as usize..to as usize],
            _ => &[],
        }
    }
    /// How many contacts a person has.
    #[inline]
    pub fn degree(&self, id: u32) -> u32 {
        self.starts[id as usize + 1] - self.starts[id as usize]
    }
    /// Bytes that it takes.
    pub fn bytes(&self) -> usize {
        (self.starts.len() + self.others.len()) * 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn degrees(kind: Kind, people: u32) -> Vec<u32> {
        let contacts = Contacts::build(&kind, people, 10.0, Stream::seeded(3));
        for a in 0..people {
            for &b in contacts.of_person(a) {
                assert!(a != b && contacts.of_person(b).contains(&a));
            }
        }
        (0..people).map(|a| contacts.degree(a)).collect()
    }

    #[test]
    fn networks_have_their_degrees() {
        let mean = |d: &[u32]| f64::from(d.iter().sum::<u32>()) / d.len() as f64;
        let spread = |d: &[u32]| {
            let m = mean(d);
            d.iter().map(|&k| (f64::from(k) - m) * (f64::from(k) - m)).sum::<f64>() / d.len() as f64
        };
        let random = degrees(Kind::Random, 4_000);
        assert!((mean(&random) - 10.0).abs() < 0.01 && (spread(&random) - 10.0).abs() < 1.0);
        let small = degrees(Kind::SmallWorld { rewire: 0.0 }, 1_000);
        assert!(small.iter().all(|&k| k == 10));
        let free = degrees(Kind::ScaleFree, 4_000);
        assert!((mean(&free) - 10.0).abs() < 0.1 && *free.iter().max().unwrap_or(&0) > 150);
    }
}

//! Contacts: who may hear from whom.
//!
//! Well-mixed contacts and blocks store nothing. A network is stored as compressed sparse rows, built once for a seed and a replicate and
//! shared by all treatments. A person who joins or leaves changes a counter of each contact by 1, so quiet people are never examined.
//!
//! Invariant: the network is symmetric, without loops, and nobody is tied to the same person twice.

use super::stream::Stream;

mod networks;

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
    /// Everybody has the same number of ties, which are otherwise random (Bollobás 1980).
    Regular,
    /// A ring of neighbours with some ties that lead anywhere (Watts & Strogatz 1998).
    SmallWorld {
        /// Share of ties that lead anywhere.
        rewire: f64,
    },
    /// Newcomers prefer people with many ties (Barabási & Albert 1999).
    ScaleFree,
    /// Given pairs: the smaller person first, each pair once, in order.
    Given(Vec<(u32, u32)>),
}

impl Kind {
    /// Whether ties are stored.
    pub fn is_network(&self) -> bool {
        !matches!(self, Kind::WellMixed | Kind::Blocks { .. })
    }

    /// The number of ties between that number of people if a mean degree is asked for. A network cannot have every mean degree.
    pub fn ties(&self, people: u32, mean_degree: f64) -> u64 {
        let (n, half) = (u64::from(people), u64::from(networks::half(people, mean_degree)));
        match self {
            Kind::WellMixed | Kind::Blocks { .. } => 0,
            Kind::Given(pairs) => pairs.len() as u64,
            Kind::Random => networks::random_ties(people, mean_degree),
            Kind::Regular => n * u64::from(networks::regular_degree(people, mean_degree)) / 2,
            Kind::SmallWorld { .. } => n * half,
            Kind::ScaleFree => n.saturating_sub(half + 1) * half,
        }
    }
}

/// A stored network.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contacts {
    starts: Vec<u32>,
    others: Vec<u32>,
}

impl Contacts {
    /// The largest number of ties that a network can have: each has two ends.
    pub const MOST_TIES: u64 = u32::MAX as u64 / 2;

    /// Builds the network of a kind, or an empty one if nothing is stored.
    pub fn build(kind: &Kind, people: u32, mean_degree: f64, luck: Stream) -> Contacts {
        let pairs = match kind {
            Kind::WellMixed | Kind::Blocks { .. } => return Contacts::default(),
            Kind::Given(given) => return Contacts::rows(people, given),
            Kind::Random => networks::random(people, mean_degree, luck),
            Kind::Regular => networks::regular(people, networks::regular_degree(people, mean_degree), luck),
            Kind::SmallWorld { rewire } => networks::small_world(people, mean_degree, *rewire, luck),
            Kind::ScaleFree => networks::scale_free(people, mean_degree, luck),
        };
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

    /// The degrees of a network, in which everybody is tied to others, and to each of them once and from both sides.
    fn degrees(kind: &Kind, people: u32, degree: f64, seed: u64) -> Vec<u32> {
        let contacts = Contacts::build(kind, people, degree, Stream::seeded(seed));
        let mut ties = 0;
        for a in 0..people {
            let mut others = contacts.of_person(a).to_vec();
            others.sort_unstable();
            ties += others.len() as u64;
            let told = others.clone();
            others.dedup();
            assert_eq!(told, others, "{kind:?}, {people} people of degree {degree}: {a} is tied twice");
            for &b in &others {
                assert!(a != b && contacts.of_person(b).contains(&a));
            }
        }
        assert_eq!(ties, 2 * kind.ties(people, degree), "{kind:?}, {people} people of degree {degree}");
        (0..people).map(|a| contacts.degree(a)).collect()
    }

    fn mean(degrees: &[u32]) -> f64 {
        f64::from(degrees.iter().sum::<u32>()) / degrees.len() as f64
    }

    fn variance(degrees: &[u32]) -> f64 {
        let m = mean(degrees);
        degrees.iter().map(|&k| (f64::from(k) - m) * (f64::from(k) - m)).sum::<f64>() / degrees.len() as f64
    }

    #[test]
    fn networks_have_their_degrees() {
        for degree in [0.5, 10.0] {
            let random = degrees(&Kind::Random, 4_000, degree, 3);
            assert!((mean(&random) - degree).abs() < 0.01 && (variance(&random) - degree).abs() < degree / 10.0);
        }
        let small = degrees(&Kind::SmallWorld { rewire: 0.0 }, 1_000, 10.0, 3);
        assert!(small.iter().all(|&k| k == 10));
        let rewired = degrees(&Kind::SmallWorld { rewire: 1.0 }, 4_000, 10.0, 3);
        // Half of the ties of each stay, the ends of the others are Poisson.
        assert!((variance(&rewired) - 5.0).abs() < 0.5, "{}", variance(&rewired));
        let free = degrees(&Kind::ScaleFree, 4_000, 10.0, 3);
        assert!((mean(&free) - 10.0).abs() < 0.1 && *free.iter().max().unwrap_or(&0) > 150);
        for degree in [3, 10, 40] {
            assert!(degrees(&Kind::Regular, 2_000, f64::from(degree), 3).iter().all(|&k| k == degree));
        }
    }

    #[test]
    fn no_network_has_more_ties_than_there_are_pairs() {
        for people in 1..=12 {
            for degree in [0.0, 0.7, 1.0, 2.0, 3.0, 4.5, 8.0, 10.0, 11.0, 999.0] {
                for kind in [Kind::Random, Kind::SmallWorld { rewire: 0.5 }, Kind::ScaleFree] {
                    degrees(&kind, people, degree, 7);
                }
                let random = degrees(&Kind::Random, people, degree, 7);
                assert!(degree < 11.0 || random.iter().all(|&k| k == people - 1));
            }
            for degree in (0..people).filter(|degree| degree * people % 2 == 0) {
                for seed in 0..20 {
                    let regular = degrees(&Kind::Regular, people, f64::from(degree), seed);
                    assert!(regular.iter().all(|&k| k == degree), "{people} people of degree {degree}");
                }
            }
        }
    }

    #[test]
    fn each_tie_of_a_regular_network_is_as_likely_as_any_other() {
        let mut counts = [[0_u32; 8]; 8];
        for seed in 0..4_000 {
            let contacts = Contacts::build(&Kind::Regular, 8, 3.0, Stream::seeded(seed));
            (0..8).for_each(|a| contacts.of_person(a).iter().for_each(|&b| counts[a as usize][b as usize] += 1));
        }
        for (a, b) in (0..8).flat_map(|a| (0..a).map(move |b| (a, b))) {
            // 3 of 7: 1,714 of 4,000, with a standard deviation of 31.
            assert!(counts[a][b].abs_diff(1_714) < 130, "{a} {b}: {}", counts[a][b]);
        }
    }

    #[test]
    fn below_one_contact_each_a_random_network_falls_into_small_pieces() {
        let largest = |degree: f64| {
            let people = 20_000;
            let contacts = Contacts::build(&Kind::Random, people, degree, Stream::seeded(5));
            let (mut seen, mut largest) = (vec![false; people as usize], 0);
            for start in 0..people {
                let (mut open, mut size) = (vec![start], 0);
                while let Some(at) = open.pop() {
                    if !std::mem::replace(&mut seen[at as usize], true) {
                        size += 1;
                        open.extend(contacts.of_person(at));
                    }
                }
                largest = largest.max(size);
            }
            f64::from(largest) / f64::from(people)
        };
        // The giant component S = 1 − exp(−z·S) of Erdős & Rényi 1960: none up to z = 1; .797 at z = 2, .583 at 1.5.
        for (degree, share) in [(0.3, 0.0), (0.8, 0.0), (1.5, 0.583), (2.0, 0.797)] {
            assert!((largest(degree) - share).abs() < 0.015, "{degree}: {}", largest(degree));
        }
    }
}

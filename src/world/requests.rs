//! Every way in which people ask the world to change.
//!
//! A crowd writes only its own rows; everything else is requested here and settled by the world. Sums are integers, so the order in which
//! crowds finish cannot matter. Effects are joined in crowd order, which is the order of people.

/// Most actions that a scenario may have.
pub const ACTIONS: usize = 16;

/// Where a trigger came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Trigger {
    /// Paid attention.
    Paid = 0,
    /// Own need.
    Organic = 1,
    /// What others do.
    Social = 2,
    /// Habit.
    Internal = 3,
}

/// Exact counts of what happened in a tick.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// People who adopted.
    pub adopted: u64,
    /// People who began a trial.
    pub tried: u64,
    /// Members who left for good.
    pub left: u64,
    /// People who had left and came back.
    pub returned: u64,
    /// Deeds.
    pub deeds: u64,
    /// Deeds by the source of their trigger ([`Trigger`]).
    pub by_trigger: [u64; 4],
    /// Deeds by action.
    pub by_action: [u64; ACTIONS],
    /// How much more the deeds of each action were worth than as many mean deeds, in millionths of a deed.
    pub merit: [i64; ACTIONS],
    /// Members who stopped because expected rewards did not come.
    pub disappointed: u64,
    /// Felt minus anticipated reward, summed over all who felt something, in millionths.
    pub surprise: i64,
    /// Number of people who felt something.
    pub felt: u64,
}

impl Sums {
    /// Adds another crowd's counts.
    pub fn add(&mut self, other: &Sums) {
        self.adopted += other.adopted;
        self.tried += other.tried;
        self.left += other.left;
        self.returned += other.returned;
        self.deeds += other.deeds;
        self.disappointed += other.disappointed;
        self.surprise += other.surprise;
        self.felt += other.felt;
        for (mine, theirs) in self.by_trigger.iter_mut().zip(&other.by_trigger) {
            *mine += theirs;
        }
        for (mine, theirs) in self.by_action.iter_mut().zip(&other.by_action) {
            *mine += theirs;
        }
        for (mine, theirs) in self.merit.iter_mut().zip(&other.merit) {
            *mine += theirs;
        }
    }
    /// Deeds of an action, each weighted with the merit of its doer.
    pub fn worth(&self, action: usize) -> f64 {
        self.by_action[action] as f64 + self.merit[action] as f64 * 1e-6
    }
}

/// A requested change that needs a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Effect {
    /// A person did an action that is counted somewhere.
    Did {
        /// Who.
        id: u32,
        /// Which action.
        action: u8,
        /// How many times.
        deeds: u16,
        /// Whether a contributor's clock stopped after them; `None` for deeds of general triggers.
        stops: Option<bool>,
        /// The source of the trigger.
        trigger: Trigger,
    },
    /// A member asks a friend in.
    Invite {
        /// Who invites.
        id: u32,
        /// Which of their invitations in this tick.
        ordinal: u16,
    },
}

impl Effect {
    /// Who did it.
    pub fn id(&self) -> u32 {
        match *self {
            Effect::Did { id, .. } | Effect::Invite { id, .. } => id,
        }
    }
}

/// What a crowd asks for in one tick.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Requests {
    /// Counts.
    pub sums: Sums,
    /// People whose trial begins.
    pub tries: Vec<u32>,
    /// People whose trial ends.
    pub ends: Vec<u32>,
    /// People who became members.
    pub joined: Vec<u32>,
    /// People who ceased to be members.
    pub parted: Vec<u32>,
    /// Named changes, in the order of people.
    pub effects: Vec<Effect>,
}

impl Requests {
    /// Appends the requests of the next crowd.
    pub fn join(&mut self, mut next: Requests) {
        self.sums.add(&next.sums);
        self.tries.append(&mut next.tries);
        self.ends.append(&mut next.ends);
        self.joined.append(&mut next.joined);
        self.parted.append(&mut next.parted);
        self.effects.append(&mut next.effects);
    }
}

//! People as columns.
//!
//! The columns that every person needs in every tick always exist. The others are touched only for those who act, and are allocated only if
//! a mechanism in force declares them. Traits are hashed from a person's address and not stored.
//!
//! Invariant: a column is either empty (not declared) or as long as the people.

use std::ops::Range;

/// The relation of a person to the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Stage {
    /// Could be reached, has not adopted.
    Potential = 0,
    /// Has adopted and not left.
    Member = 1,
    /// Gone for good, or until a return.
    Left = 2,
    /// Has given the product up until enough others use it.
    Waiting = 3,
    /// Looks at the product, and is no member yet.
    Trial = 4,
}

/// "It never happened", as a time in ticks.
pub const NEVER: f32 = -1.0e9;
/// "No dossier".
pub const NONE: u32 = u32::MAX;

/// Sets of optional columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named like the columns")]
pub enum Column {
    Habit,
    Ties,
    Word,
    Anticipation,
    Tolerance,
    Dry,
    Stake,
    Knowledge,
    Fame,
    Motivation,
    Merit,
    Needs,
}

macro_rules! columns {
    (always { $($(#[$adoc:meta])* $a:ident: $at:ty = $ad:expr),* $(,)? } declared { $($(#[$odoc:meta])* $o:ident ($set:ident): $ot:ty = $od:expr),* $(,)? }) => {
        /// Everybody, one column a property.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct People { $($(#[$adoc])* pub $a: Vec<$at>,)* $($(#[$odoc])* pub $o: Vec<$ot>,)* }

        /// Neighbouring people of one segment, as columns. The holder of a crowd may write these rows and no others.
        #[derive(Debug)]
        pub struct Crowd<'w> {
            /// Index of the segment.
            pub segment: usize,
            /// The id of the first.
            pub first: u32,
            $($(#[$adoc])* pub $a: &'w mut [$at],)* $($(#[$odoc])* pub $o: &'w mut [$ot],)*
        }

        /// One person's properties, taken out of the columns; undeclared ones have their neutral value.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct Person { $($(#[$adoc])* pub $a: $at,)* $($(#[$odoc])* pub $o: $ot,)* }

        impl People {
            /// That many people who have not adopted, with the declared columns.
            pub fn new(people: usize, declared: &[Column]) -> Self {
                People {
                    $($a: vec![$ad; people],)*
                    $($o: if declared.contains(&Column::$set) { vec![$od; people] } else { Vec::new() },)*
                }
            }
            /// Bytes that one person takes.
            pub fn bytes_per_person(&self) -> usize {
                0 $(+ size_of::<$at>())* $(+ if self.$o.is_empty() { 0 } else { size_of::<$ot>() })*
            }
            /// One person.
            pub fn person(&self, row: usize) -> Person {
                Person { $($a: self.$a[row],)* $($o: self.$o.get(row).copied().unwrap_or($od),)* }
            }
            /// Writes one person back.
            pub fn write(&mut self, row: usize, person: &Person) {
                $(self.$a[row] = person.$a;)*
                $(if let Some(slot) = self.$o.get_mut(row) { *slot = person.$o; })*
            }
            /// Cuts the people into crowds of at most `size`, none across two segments.
            pub fn crowds<'w>(&'w mut self, segments: &[Range<u32>], size: usize) -> Vec<Crowd<'w>> {
                $(let mut $a = self.$a.as_mut_slice();)*
                $(let mut $o = self.$o.as_mut_slice();)*
                let mut crowds = Vec::new();
                for (segment, range) in segments.iter().enumerate() {
                    let mut first = range.start;
                    while first < range.end {
                        let n = (size.max(1)).min((range.end - first) as usize);
                        $(let (head, tail) = $a.split_at_mut(n); let $a = { $a = tail; head };)*
                        $(let cut = n.min($o.len()); let (head, tail) = $o.split_at_mut(cut); let $o = { $o = tail; head };)*
                        crowds.push(Crowd { segment, first, $($a,)* $($o,)* });
                        first += n as u32;
                    }
                }
                crowds
            }
        }
        impl Crowd<'_> {
            /// One person.
            #[inline]
            pub fn person(&self, row: usize) -> Person {
                Person { $($a: self.$a[row],)* $($o: self.$o.get(row).copied().unwrap_or($od),)* }
            }
            /// Several people, read column by column: memory fetches rows of one column together, but not columns of one row.
            pub fn people(&self, rows: &[u32]) -> Vec<Person> {
                // This many fit the first-level cache.
                const SOME: usize = 64;
                let mut people = vec![Person { $($a: $ad,)* $($o: $od,)* }; rows.len()];
                for (people, rows) in people.chunks_mut(SOME).zip(rows.chunks(SOME)) {
                    $(for (person, &row) in people.iter_mut().zip(rows) { person.$a = self.$a[row as usize]; })*
                    $(if !self.$o.is_empty() {
                        for (person, &row) in people.iter_mut().zip(rows) { person.$o = self.$o[row as usize]; }
                    })*
                }
                people
            }
            /// Writes one person back.
            #[inline]
            pub fn write(&mut self, row: usize, person: &Person) {
                $(self.$a[row] = person.$a;)*
                $(if let Some(slot) = self.$o.get_mut(row) { *slot = person.$o; })*
            }
            /// How many.
            pub fn len(&self) -> usize {
                self.stage.len()
            }
            /// Whether nobody is in it.
            pub fn is_empty(&self) -> bool {
                self.stage.is_empty()
            }
        }
    };
}

columns! {
    always {
        /// Their relation to the product ([`Stage`] as a number).
        stage: u8 = 0,
        /// Own need: triggers a tick without any outside cause; zero for those who are no members.
        need: f32 = 0.0,
        /// Intensity: a factor on the rate of triggers, from what they can gain; 1 is neutral.
        urge: f32 = 1.0,
        /// For engaged contributors, spells per tick; if negative, the rate of return of those who stopped.
        drive: f32 = 0.0,
        /// Hazard of leaving, per tick.
        leave: f32 = 0.0,
        /// When the last deed was done, in ticks with a fraction.
        last: f32 = NEVER,
        /// When the first deed was done.
        first_deed: f32 = NEVER,
        /// When they adopted.
        born: f32 = NEVER,
        /// When the decaying properties were last brought up to date.
        touched: f32 = 0.0,
        /// Index of the dossier, or [`NONE`].
        dossier: u32 = NONE,
    }
    declared {
        /// Strength of habit, 0 to 1.
        habit (Habit): f32 = 0.0,
        /// How many contacts are members.
        ties (Ties): u32 = 0,
        /// Word that they hear from contacts in trial, thousandths of a member.
        word (Word): u32 = 0,
        /// Anticipated reward of a rewarded deed, felt units.
        anticipation (Anticipation): f32 = 0.0,
        /// Tolerance to reward, 0 to 1.
        tolerance (Tolerance): f32 = 0.0,
        /// Expected rewards that did not come since the last reward.
        dry (Dry): f32 = 0.0,
        /// Hours that they have invested in the community.
        stake (Stake): f32 = 0.0,
        /// Knowledge, 0 to 1.
        knowledge (Knowledge): f32 = 0.0,
        /// Fame, in units of merged contributions.
        fame (Fame): f32 = 0.0,
        /// Intrinsic motivation, 1 is neutral.
        motivation (Motivation): f32 = 1.0,
        /// Worth of their deeds above the mean, as a share of the mean.
        merit (Merit): f32 = 0.0,
        /// Deficits of the six needs, 0 to 1.
        needs (Needs): [f32; 6] = [0.0; 6],
    }
}

impl People {
    /// How many.
    pub fn len(&self) -> usize {
        self.stage.len()
    }
    /// Whether nobody exists.
    pub fn is_empty(&self) -> bool {
        self.stage.is_empty()
    }
}

impl Person {
    /// Whether they have adopted and not left.
    pub fn is_member(&self) -> bool {
        self.stage == Stage::Member as u8
    }
}

impl People {
    /// Whether the person in a row has adopted and not left.
    pub fn is_member(&self, row: usize) -> bool {
        self.stage[row] == Stage::Member as u8
    }
}

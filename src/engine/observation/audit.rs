//! Audit: all accounts are checked after every tick if debug assertions are on, as they are in every test.
//!
//! What is conserved: people (members = adopted − left + returned; each in one stage), points (issued − spent − expired − taken back = held), money (no pool
//! below zero), complaints (made = open, resolved or ignored), places on ladders and paths (the records of holders and of tiers agree),
//! seats (none held twice, and none by an organisation that has gone), meetings (less than one is paid for and not held), ties (each
//! counter is its member contacts), content (made and received − faded and given = alive, on both sides of every exchange), what
//! organisations give each other, shares of the hub (1 at most).

use crate::world::World;
use crate::world::groups::ChapterState;
use crate::world::org::{Bond, RESOURCES};
use crate::world::people::{NONE, Stage};

/// Panics with the first account that does not balance.
pub(in crate::engine) fn audit(world: &World) {
    people(world);
    papers(world);
    ladders(world);
    content(world);
    paths(world);
    seats(world);
    peers(world);
    let is_paid = |chapter: &ChapterState| (0.0..1.0).contains(&chapter.ahead);
    assert!(
        world.community.chapters.iter().all(is_paid),
        "a meeting is held that nobody paid, or paid that nobody held"
    );
    assert!(world.ledger.balances(world.community.dossiers.points_held()), "money or points were made or lost");
    assert!(world.population.outcomes.windows(2).all(|pair| pair[0].id < pair[1].id), "a person has two outcomes");
    for held in &world.channels.occasions {
        let known = held.complaints.len() as u64 + held.resolved + held.ignored;
        assert_eq!(held.raised, known, "complaints open, resolved or ignored");
    }
    assert!(world.work.queue.iter().all(|work| work.deeds > 0), "nothing waits for review");
}

fn peers(world: &World) {
    for r in 0..RESOURCES {
        let (gave, got) = world
            .organisations
            .list
            .iter()
            .fold((0.0, 0.0), |sum, o| (sum.0 + o.peers.gave[r], sum.1 + o.peers.got[r]));
        assert!((gave - got).abs() <= 1e-9 * gave.max(1.0), "what one gives is what another gets");
    }
    let held: f64 = world.organisations.list.iter().map(|org| org.stake.share).sum();
    assert!(held <= 1.0 + 1e-9, "more than all of the hub is sold");
}

fn people(world: &World) {
    let population = &world.population;
    for (s, range) in population.segments.iter().enumerate() {
        let stages = &population.people.stage[range.start as usize..range.end as usize];
        // Counted in blocks whose sums fit into a byte, so that the compiler can count many people at once.
        let count = |wanted: Stage| -> u64 {
            let block = |block: &[u8]| block.iter().map(|&s| u8::from(s == wanted as u8)).fold(0, u8::wrapping_add);
            stages.chunks(255).map(|stages| u64::from(block(stages))).sum()
        };
        assert_eq!(count(Stage::Member), population.members[s], "members of a segment");
        assert_eq!(count(Stage::Trial), population.trying[s], "people in trial of a segment");
    }
    let tally = &world.tally;
    assert_eq!(
        world.population.all_members(),
        tally.adopted + tally.returned - tally.left,
        "members adopted, left or returned"
    );
    if world.population.contacts.is_network() {
        let ties: u64 = world.population.people.ties.iter().map(|&n| u64::from(n)).sum();
        let members = (0..world.population.people.len()).filter(|row| world.population.people.is_member(*row));
        let ends: u64 = members.map(|row| u64::from(world.population.contacts.degree(row as u32))).sum();
        assert_eq!(ties, ends, "ties to members");
        let hears: u64 = population.people.word.iter().map(|&n| u64::from(n)).sum();
        let tries = (0..population.people.len()).filter(|row| population.people.stage[*row] == Stage::Trial as u8);
        let word = |row: usize| population.word[population.segment_of(row as u32)];
        let told: u64 = tries.map(|row| u64::from(population.contacts.degree(row as u32) * word(row))).sum();
        assert_eq!(hears, told, "word of those in trial");
    }
}

fn papers(world: &World) {
    for (row, &dossier) in world.population.people.dossier.iter().enumerate().filter(|(_, d)| **d != NONE) {
        assert_eq!(world.community.dossiers.list[dossier as usize].id as usize, row, "the dossier of another person");
        let gone = world.population.people.stage[row] != Stage::Member as u8;
        assert!(!gone || !world.community.dossiers.list[dossier as usize].clock.engaged, "who left still contributes");
    }
    assert!(
        world.ledger.debt || world.community.dossiers.list.iter().all(|file| file.balance >= 0),
        "points below zero"
    );
}

fn content(world: &World) {
    let sum = |side: usize| world.organisations.list.iter().map(|org| org.handed[side]).sum();
    let (handed, taken) = (sum(0), sum(1));
    let books = &world.hub.books;
    assert!(books.balances(world.hub.content, handed, taken), "content was made or lost: {books:?}");
}

fn paths(world: &World) {
    for (p, states) in world.organisations.paths.iter().enumerate() {
        for (k, state) in states.iter().enumerate() {
            for &h in &state.holders {
                let tier = usize::from(world.organisations.list[h as usize].stands[p].tier);
                assert_eq!(tier, k + 1, "an organisation stands elsewhere");
            }
        }
        let holders: usize = states.iter().map(|state| state.holders.len()).sum();
        let stand = world.organisations.list.iter().filter(|org| org.stands[p].tier > 0).count();
        assert_eq!(holders, stand, "an organisation stands on two tiers, or on none");
        let sum = |of: fn(&crate::world::TierState) -> u64| states.iter().map(of).sum::<u64>();
        let stay = sum(|s| u64::from(s.at_start) + s.entered) - sum(|s| s.promoted) - sum(|s| s.exited);
        assert_eq!(holders as u64, stay, "an organisation was lost between tiers");
    }
}

/// Each seat is held by an organisation inside, and by none twice. How many seats there may be depends on the rules and is not checked.
fn seats(world: &World) {
    for seats in world.work.sigs.iter().flat_map(|sig| &sig.seats) {
        for (k, seat) in seats.held.iter().enumerate() {
            assert!(
                world.organisations.list[seat.org].bond == Bond::Inside,
                "a seat is held by an organisation that has left"
            );
            assert!(seats.held[..k].iter().all(|other| other.org != seat.org), "two seats are held by one");
        }
    }
    assert!(world.organisations.list.iter().all(|org| org.sits >= 0.0), "seats take back hours");
}

fn ladders(world: &World) {
    for (ladder, states) in world.community.ladders.iter().enumerate() {
        for (k, state) in states.iter().enumerate() {
            for &dossier in &state.holders {
                let tier = usize::from(world.community.dossiers.standing(dossier, ladder).tier);
                assert_eq!(tier, k + 1, "a holder stands elsewhere");
            }
            let came = u64::from(state.at_start) + state.entered;
            let went = state.promoted + state.exited;
            assert!(state.holders.len() as u64 <= came + states.iter().map(|s| s.demoted).sum::<u64>(), "too many");
            assert!(went <= came + states.iter().map(|s| s.demoted).sum::<u64>(), "more went than ever came");
        }
        let holders: usize = states.iter().map(|state| state.holders.len()).sum();
        let placed = (0..world.community.dossiers.list.len() as u32)
            .filter(|d| world.community.dossiers.standing(*d, ladder).tier > 0);
        assert_eq!(holders, placed.count(), "a place is held twice or by nobody");
        let sum = |of: fn(&crate::world::TierState) -> u64| states.iter().map(of).sum::<u64>();
        let stay = sum(|s| u64::from(s.at_start) + s.entered) - sum(|s| s.promoted) - sum(|s| s.exited);
        assert_eq!(holders as u64, stay, "somebody was lost between tiers");
    }
}

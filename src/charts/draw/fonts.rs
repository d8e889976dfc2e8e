//! Fonts for letters that the program's own fonts lack: those of files that the user names, then those of the system.
//!
//! Always: a text that the own fonts cover never asks here, so its outlines are the same on every machine. The fonts of the system are
//! searched once, and only if a letter needs them. The same fonts give the same choice: upright before slanted, Noto Sans before other
//! fonts without serifs, then by name and path.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use fontdb::{Database, ID, Source, Stretch, Style};
use ttf_parser::{Face, OutlineBuilder};

use super::text;
use crate::error::Error;
use crate::say;
use crate::scenario::files;

/// Where letters are looked for that the program's own fonts lack.
pub struct Fonts {
    /// Fonts that are tried in this order; those of the system are appended when the first letter needs them.
    sources: Mutex<Sources>,
}

struct Sources {
    /// Whether the fonts of the system may still be appended.
    system: bool,
    candidates: Vec<Candidate>,
    /// The own fonts, and each font that a letter has needed.
    chosen: Arc<Database>,
    /// The face that draws a letter; `None` if no font does.
    faces: BTreeMap<char, Option<ID>>,
}

/// A face that may have a letter.
#[derive(Clone)]
struct Candidate {
    source: Source,
    index: u32,
    /// Its face in the database of chosen fonts, if a letter has needed it.
    chosen: Option<ID>,
}

/// The fonts that draw some letters.
pub struct Found {
    /// The own fonts and those that were found.
    pub database: Arc<Database>,
    /// The face of each letter that the own fonts lack.
    pub faces: BTreeMap<char, ID>,
}

impl Fonts {
    /// The program's own fonts alone.
    pub fn own() -> Fonts {
        Fonts::of(Vec::new(), false)
    }

    /// The program's own fonts, then these files, then the fonts of the system.
    ///
    /// # Errors
    /// A file that cannot be read, or that is no font.
    pub fn with(files: &[PathBuf]) -> Result<Fonts, Error> {
        let read = files.iter().map(|path| faces(path)).collect::<Result<Vec<_>, _>>()?;
        Ok(Fonts::of(read.concat(), true))
    }

    fn of(candidates: Vec<Candidate>, system: bool) -> Fonts {
        let mut own = Database::new();
        for bytes in text::FONTS.into_iter().chain([text::CHINESE]) {
            own.load_font_source(Source::Binary(Arc::new(bytes)));
        }
        own.set_sans_serif_family(text::FAMILY);
        own.set_serif_family(text::FAMILY);
        let sources = Sources { system, candidates, chosen: Arc::new(own), faces: BTreeMap::new() };
        Fonts { sources: Mutex::new(sources) }
    }

    /// The faces that draw the letters of these that the own fonts lack; a letter that no font draws has none.
    pub fn find(&self, letters: &BTreeSet<char>) -> Found {
        let mut sources = self.sources.lock().unwrap_or_else(PoisonError::into_inner);
        let new: BTreeSet<char> = letters.iter().copied().filter(|c| !sources.faces.contains_key(c)).collect();
        if !new.is_empty() {
            sources.search(new);
        }
        let faces = letters.iter().filter_map(|c| Some((*c, (*sources.faces.get(c)?)?))).collect();
        Found { database: Arc::clone(&sources.chosen), faces }
    }

    /// The letters of a text that no font draws, each once.
    pub fn lacking(&self, line: &str) -> Vec<char> {
        let missing: BTreeSet<char> = text::missing(line).into_iter().collect();
        if missing.is_empty() {
            return Vec::new();
        }
        let found = self.find(&missing);
        missing.into_iter().filter(|c| !found.faces.contains_key(c)).collect()
    }
}

impl Sources {
    fn search(&mut self, mut letters: BTreeSet<char>) {
        let mut from = 0;
        while !letters.is_empty() {
            if from == self.candidates.len() {
                if !std::mem::take(&mut self.system) {
                    break;
                }
                self.candidates.extend(of_system());
                continue;
            }
            let candidate = &self.candidates[from];
            let drawn = drawn(candidate, &letters);
            if !drawn.is_empty()
                && let Some(id) = self.choose(from)
            {
                for letter in drawn {
                    letters.remove(&letter);
                    self.faces.insert(letter, Some(id));
                }
            }
            from += 1;
        }
        self.faces.extend(letters.into_iter().map(|letter| (letter, None)));
    }

    /// Puts a candidate among the chosen fonts.
    fn choose(&mut self, at: usize) -> Option<ID> {
        let candidate = &mut self.candidates[at];
        if candidate.chosen.is_none() {
            let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = match &candidate.source {
                Source::Binary(bytes) => Arc::clone(bytes),
                Source::File(path) => Arc::new(files::bytes(path).ok()?),
            };
            let database = Arc::make_mut(&mut self.chosen);
            let loaded = database.load_font_source(Source::Binary(bytes));
            candidate.chosen =
                loaded.into_iter().find(|id| database.face(*id).is_some_and(|face| face.index == candidate.index));
        }
        candidate.chosen
    }
}

/// The faces in the file of a font.
fn faces(path: &Path) -> Result<Vec<Candidate>, Error> {
    let bytes = Arc::new(files::content(path).map_err(|refusal| refusal.into_error(path))?);
    let mut read = Database::new();
    read.load_font_source(Source::Binary(bytes));
    let found: Vec<Candidate> = read.faces().map(candidate).collect();
    if found.is_empty() {
        return Err(Error::Argument(say!("font-not-a-font", path = path.display().to_string())));
    }
    Ok(found)
}

fn candidate(face: &fontdb::FaceInfo) -> Candidate {
    Candidate { source: face.source.clone(), index: face.index, chosen: None }
}

/// The fonts of the system, the fittest first.
fn of_system() -> Vec<Candidate> {
    let mut system = Database::new();
    system.load_system_fonts();
    let fitness = |face: &fontdb::FaceInfo| {
        let family = face.families.first().map_or("", |family| family.0.as_str());
        let path = match &face.source {
            Source::File(path) => path.clone(),
            Source::Binary(_) => PathBuf::new(),
        };
        (
            face.style != Style::Normal,
            face.stretch != Stretch::Normal || face.monospaced,
            !(family.starts_with("Noto") && family.contains("Sans")),
            !family.contains("Sans"),
            face.weight.0.abs_diff(500),
            family.to_owned(),
            path,
            face.index,
        )
    };
    // A font of last resort has a box for every letter.
    let real =
        |face: &&fontdb::FaceInfo| !face.families.iter().any(|family| family.0.replace(['.', ' '], "") == "LastResort");
    let mut all: Vec<&fontdb::FaceInfo> = system.faces().filter(real).collect();
    all.sort_by_cached_key(|face| fitness(face));
    all.into_iter().map(candidate).collect()
}

/// The letters of these that a face draws.
fn drawn(candidate: &Candidate, letters: &BTreeSet<char>) -> Vec<char> {
    let of = |bytes: &[u8]| {
        let Ok(face) = Face::parse(bytes, candidate.index) else { return Vec::new() };
        let has = |letter: &char| {
            // A picture of pixels, as some fonts of emoji have them, is not drawn.
            face.glyph_index(*letter)
                .is_some_and(|glyph| face.outline_glyph(glyph, &mut Nowhere).is_some() || face.is_color_glyph(glyph))
        };
        letters.iter().copied().filter(has).collect()
    };
    match &candidate.source {
        Source::Binary(bytes) => of((**bytes).as_ref()),
        Source::File(path) => files::bytes(path).map_or_else(|_| Vec::new(), |bytes| of(&bytes)),
    }
}

/// Whether a glyph has an outline is all that is asked.
struct Nowhere;

impl OutlineBuilder for Nowhere {
    fn move_to(&mut self, _: f32, _: f32) {}
    fn line_to(&mut self, _: f32, _: f32) {}
    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {}
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {}
    fn close(&mut self) {}
}

//! A drawing as PNG.
//!
//! Always: only the fonts that the program carries are loaded, so the same SVG gives the same pixels on every machine.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::text::{CHINESE, FAMILY, FONTS};
use crate::error::Error;
use crate::say;

/// Draws an SVG at its own size.
pub fn png(svg: &str) -> Result<Vec<u8>, Error> {
    let tree = tree(svg)?;
    let size = tree.size().to_int_size();
    let mut paper = Pixmap::new(size.width(), size.height()).ok_or_else(|| fault(say!("chart-no-size")))?;
    resvg::render(&tree, Transform::identity(), &mut paper.as_mut());
    paper.encode_png().map_err(fault)
}

/// An SVG as resvg sees it, with its texts laid out.
pub fn tree(svg: &str) -> Result<Tree, Error> {
    static FOUND: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
        let mut fonts = fontdb::Database::new();
        for bytes in FONTS.into_iter().chain([CHINESE]) {
            fonts.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
        }
        Arc::new(fonts)
    });
    let options = Options { font_family: FAMILY.to_owned(), fontdb: FOUND.clone(), ..Options::default() };
    Tree::from_str(svg, &options).map_err(fault)
}

fn fault(says: impl ToString) -> Error {
    Error::Drawing { what: say!("chart-as-png"), says: says.to_string() }
}

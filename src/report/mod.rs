//! Where results are shown: one page for the browser and for print.
//!
//! Always: what stands here is written elsewhere (numbers in the summary, pictures in charts); the page loads nothing from
//! anywhere and needs no font of the viewer's.

mod html;

pub use html::html;

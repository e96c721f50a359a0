/**
 * Evidence looked at without taking it away. No file of a stranger becomes a document of our pages: pictures are shown as
 * pictures, pages of a PDF are drawn by a process of their own, text stands in a sandbox, everything else is a download.
 */
@NullMarked
package vn.giaoviec.dossier.preview;

import org.jspecify.annotations.NullMarked;

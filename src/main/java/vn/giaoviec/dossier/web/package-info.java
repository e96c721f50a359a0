@NullMarked
package vn.giaoviec.dossier.web;

import org.jspecify.annotations.NullMarked;

package vn.giaoviec.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a file is, told from its content. */
enum SheetKind {
    /** A zip of XML: a workbook, or a document. */
    OFFICE,
    TEXT,
    /** A file with a password: its zip is hidden in an older kind of file. */
    PROTECTED,
    /** As Excel and Word saved before 2007. */
    OLD,
    OTHER;

    static SheetKind of(byte[] content) {
        return switch (FileMagic.valueOf(content)) {
            case OOXML -> OFFICE;
            case OLE2 -> isProtected(content) ? PROTECTED : OLD;
            case UNKNOWN -> isText(content) ? TEXT : OTHER;
            default -> OTHER;
        };
    }

    private static boolean isProtected(byte[] content) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            return files.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    private static boolean isText(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .allMatch(sign -> sign >= ' ' || sign == '\t' || sign == '\r' || sign == '\n');
        } catch (CharacterCodingException otherCode) {
            return false;
        }
    }
}

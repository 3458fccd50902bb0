package shopkeeper.persistence.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Statements that travel together and are answered together. Their texts are few, so that the
 * driver keeps each combination prepared.
 */
final class Statements {
    private final StringJoiner text = new StringJoiner(";\n");
    private final List<Object> values = new ArrayList<>();

    /**
     * @param values one for each question mark: arrays of long or text, or single values
     */
    void add(String statement, List<?> values) {
        text.add(statement);
        this.values.addAll(values);
    }

    boolean isEmpty() {
        return text.length() == 0;
    }

    /** These and then those. */
    Statements and(Statements further) {
        if (isEmpty()) {
            return further;
        }
        if (further.isEmpty()) {
            return this;
        }
        Statements all = new Statements();
        all.add(text.toString(), values);
        all.add(further.text.toString(), further.values);
        return all;
    }

    /** Whoever asks closes it. */
    PreparedStatement prepared(Connection connection) throws SQLException {
        PreparedStatement all = connection.prepareStatement(text.toString());
        for (int i = 0; i < values.size(); i++) {
            all.setObject(i + 1, values.get(i));
        }
        return all;
    }
}

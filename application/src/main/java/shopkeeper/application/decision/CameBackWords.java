package shopkeeper.application.decision;

import java.util.LinkedHashMap;
import java.util.Map;
import shopkeeper.domain.behavior.ReturnReason;
import shopkeeper.domain.decision.CameBack;
import shopkeeper.domain.recommendation.Language;

/** How it is said that something came back. */
final class CameBackWords {
    private CameBackWords() {}

    static Map<String, String> tree(CameBack back, String text) {
        var tree = new LinkedHashMap<String, String>();
        tree.put("product", back.product().value());
        tree.put("code", back.whole() ? "RETURNED" : "PARTLY_RETURNED");
        back.why().ifPresent(why -> tree.put("why", why.name()));
        tree.put("text", text);
        tree.put("at", back.at().toString());
        return tree;
    }

    static String words(CameBack back, Language language) {
        var returned =
                switch (language) {
                    case ENGLISH -> back.whole() ? "returned" : "partly returned";
                    case GERMAN -> back.whole() ? "zurückgegeben" : "teilweise zurückgegeben";
                };
        return back.why().map(why -> returned + ": " + words(why, language)).orElse(returned);
    }

    private static String words(ReturnReason why, Language language) {
        boolean german = language == Language.GERMAN;
        return switch (why) {
            case TOO_SMALL -> german ? "zu klein" : "too small";
            case TOO_LARGE -> german ? "zu groß" : "too large";
            case DEFECTIVE -> german ? "beschädigt" : "defective";
            case WRONG_ITEM -> german ? "falscher Artikel" : "the wrong item";
            case NOT_AS_DESCRIBED -> german ? "nicht wie beschrieben" : "not as described";
            case CHANGED_MIND -> german ? "anders überlegt" : "changed their mind";
            case OTHER -> german ? "aus einem anderen Grund" : "for another reason";
        };
    }
}

package shopkeeper.web.desk;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import shopkeeper.application.access.Client;
import shopkeeper.domain.profile.IdentifierType;
import shopkeeper.web.desk.Shown.Choice;
import shopkeeper.web.desk.Shown.Frame;
import shopkeeper.web.kernel.IdentifierTypes;

/** Writes pages and parts of pages. */
@Component
final class DeskPages {
    private final TemplateEngine templates;
    private final Assets assets;
    private final DeskGate gate;

    DeskPages(TemplateEngine templates, Assets assets, DeskGate gate) {
        this.templates = templates;
        this.assets = assets;
        this.gate = gate;
    }

    void page(
            String name,
            Map<String, ?> shown,
            int status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var all = new HashMap<String, Object>(shown);
        var agent = gate.agent(request).map(Client::name).orElse("");
        all.put("frame", new Frame(agent, assets.style(), assets.htmx(), assets.live()));
        part(name, all, status, response);
    }

    void part(String name, Map<String, ?> shown, int status, HttpServletResponse response)
            throws IOException {
        var out = new Utf8ByteOutput();
        templates.render(name + ".jte", Map.copyOf(shown), out);
        response.setStatus(status);
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        out.writeTo(response.getOutputStream());
    }

    static void seeOther(String path, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }

    /** A part of a page asks, not a whole one. */
    static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    static List<Choice> types(String chosen) {
        return Stream.of(IdentifierType.values())
                .map(type ->
                        new Choice(
                                IdentifierTypes.word(type),
                                Words.type(type),
                                IdentifierTypes.word(type).equals(chosen)))
                .toList();
    }
}

package shopkeeper.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import shopkeeper.web.contract.PublishedContract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shop as a client calls it; each has its own. */
final class OnlineShop {
    private static final JsonMapper JSON = new JsonMapper();

    private final AnnotationConfigWebApplicationContext context =
            new AnnotationConfigWebApplicationContext();
    private final MockMvc web;

    OnlineShop() {
        this("wrong-keys=1000000/60");
    }

    /**
     * @param limits as in SHOPKEEPER_LIMITS
     */
    OnlineShop(String limits) {
        this(Map.of("shopkeeper.limits", limits));
    }

    /**
     * @param heartbeat of streams, in milliseconds
     */
    OnlineShop(String limits, String heartbeat) {
        this(Map.of("shopkeeper.limits", limits, "shopkeeper.heartbeat.ms", heartbeat));
    }

    OnlineShop(Map<String, Object> settings) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("settings", settings));
        context.setServletContext(new MockServletContext());
        context.register(WebAdapter.class, ShopInMemory.class);
        context.refresh();
        web =
                MockMvcBuilders.webAppContextSetup(context)
                        .addFilters(
                                OnlineShop::showWhileItIsWritten,
                                context.getBean("inTime", Filter.class),
                                context.getBean("springSecurityFilterChain", Filter.class))
                        .build();
    }

    /** A stream's answer is looked at before it ends. */
    private static void showWhileItIsWritten(
            ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(Call.class.getName()) instanceof Call call) {
            call.given = response;
        }
        chain.doFilter(request, response);
    }

    /** What the platform gives out about itself: every answer in every test is held against it. */
    private Contract contract() {
        return Contract.of(() -> the(PublishedContract.class).openApi());
    }

    <T> T the(Class<T> bean) {
        return context.getBean(bean);
    }

    Call get(String path) {
        return new Call(HttpMethod.GET, path, null);
    }

    Call post(String path, String body) {
        return new Call(HttpMethod.POST, path, body);
    }

    Call put(String path, String body) {
        return new Call(HttpMethod.PUT, path, body);
    }

    Call call(String method, String path, @Nullable String body) {
        return new Call(HttpMethod.valueOf(method), path, body);
    }

    /** One call, before it is made. */
    final class Call {
        private final HttpMethod method;
        private final String path;
        private byte @Nullable [] body;
        private final Map<String, String> headers = new HashMap<>();
        private int errorStatus;
        private volatile @Nullable ServletResponse given;

        Call(HttpMethod method, String path, @Nullable String body) {
            this.method = method;
            this.path = path;
            this.body = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
            headers.put("Authorization", "Bearer key-of-admin");
            headers.put("Content-Type", "application/json");
        }

        Call as(String client) {
            return with("Authorization", "Bearer key-of-" + client);
        }

        Call with(String header, String value) {
            headers.put(header, value);
            return this;
        }

        Call without(String header) {
            headers.remove(header);
            return this;
        }

        Call sending(byte[] bytes) {
            body = bytes;
            return this;
        }

        /** As the container asks for what to show instead of a bare status. */
        Call asErrorPage(int status) {
            errorStatus = status;
            return this;
        }

        /** The simulated container reads no Cookie header. */
        private List<Cookie> cookies() {
            return Stream.ofNullable(headers.get("Cookie"))
                    .filter(header -> header.contains("="))
                    .map(header -> header.split("=", 2))
                    .map(parts -> new Cookie(parts[0], parts[1]))
                    .toList();
        }

        /** What an answer that still goes on has told; nothing before its head was sent. */
        String soFar() {
            return given instanceof MockHttpServletResponse response && response.isCommitted()
                    ? new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)
                    : "";
        }

        Answer answer() {
            try {
                var request = MockMvcRequestBuilders.request(method, URI.create(path));
                if (errorStatus != 0) {
                    request.requestAttr(RequestDispatcher.ERROR_STATUS_CODE, errorStatus);
                    request.with(asError -> {
                        asError.setDispatcherType(DispatcherType.ERROR);
                        return asError;
                    });
                }
                request.requestAttr(Call.class.getName(), this);
                headers.forEach(request::header);
                cookies().forEach(request::cookie);
                if (body != null) {
                    request.content(body);
                }
                var result = web.perform(request).andReturn();
                var answer = new Answer(result.getResponse(), result.getResolvedException());
                if (errorStatus == 0) {
                    contract().holds(method.name(), path, headers, body, answer);
                }
                return answer;
            } catch (Exception escaped) {
                throw new AssertionError("escaped from the shop", escaped);
            }
        }
    }

    /** What came back. */
    record Answer(MockHttpServletResponse response, @Nullable Exception why) {
        int status() {
            return response.getStatus();
        }

        String text() {
            return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        }

        @Nullable String header(String name) {
            return response.getHeader(name);
        }

        JsonNode json() {
            return JSON.readTree(text());
        }

        String at(String pointer) {
            return json().at(pointer).asString("");
        }

        Answer is(int status) {
            assertThat(response.getStatus()).as(text() + " " + why).isEqualTo(status);
            return this;
        }

        /** A problem with this code, in the one shape, that tells nothing of our inside. */
        Answer isProblem(int status, String code) {
            is(status);
            assertThat(response.getContentType()).startsWith("application/problem+json");
            assertThat(at("/code")).isEqualTo(code);
            assertThat(at("/type")).isEqualTo("urn:shopkeeper:problem:" + code);
            assertThat(json().at("/status").asInt()).isEqualTo(status);
            assertThat(at("/title")).isNotBlank();
            assertThat(at("/detail")).isNotBlank();
            assertThat(at("/instance")).startsWith("urn:uuid:");
            assertThat(text())
                    .doesNotContain("Exception")
                    .doesNotContain("shopkeeper.web")
                    .doesNotContain("springframework")
                    .doesNotContain("jackson");
            return this;
        }
    }
}

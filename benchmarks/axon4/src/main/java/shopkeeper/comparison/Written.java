package shopkeeper.comparison;

import com.thoughtworks.xstream.XStream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.serialization.xml.XStreamSerializer;

/** How events become text. */
enum Written {
    /** As we write ours. */
    JSON {
        @Override
        Serializer serializer() {
            return JacksonSerializer.defaultSerializer();
        }
    },
    /** As the library does it unless it is told otherwise. */
    XML {
        @Override
        Serializer serializer() {
            var xml = new XStream();
            xml.allowTypesByWildcard(
                    new String[] {"shopkeeper.comparison.*", "org.axonframework.**"});
            return XStreamSerializer.builder().xStream(xml).build();
        }
    };

    abstract Serializer serializer();
}

package shopkeeper.acceptance.drivers;

import java.net.URI;
import java.util.List;
import shopkeeper.domain.consent.Purpose;
import shopkeeper.domain.consent.Standing.Choice;
import shopkeeper.domain.kernel.StoreId;
import shopkeeper.domain.kernel.Via;
import shopkeeper.domain.profile.Identifier;

/**
 * As an agent does it on the phone: REST with the agent's key, and a word of mouth with its proof.
 *
 * <p>Nobody buys, visits or logs in on the phone, and an agent's key may not say so: these go
 * through the web.
 */
public final class OverSupport implements ChannelDriver {
    private final Seen seen;
    private final ChannelDriver agent;
    private final ChannelDriver web;

    public OverSupport(URI platform, String key, StoreId store, Seen seen, ChannelDriver web) {
        this.seen = seen;
        this.agent = new OverHttp(platform, key, store, seen, Via.phone());
        this.web = web;
    }

    @Override
    public Way way() {
        return Way.SUPPORT;
    }

    @Override
    public Outcome visits(Identifier device) {
        seen.overTheWeb("visiting");
        return web.visits(device);
    }

    @Override
    public Outcome logsIn(Identifier device, Person person) {
        seen.overTheWeb("logging in");
        return web.logsIn(device, person);
    }

    @Override
    public Outcome buys(Receipt receipt) {
        seen.overTheWeb("buying");
        return web.buys(receipt);
    }

    @Override
    public Outcome givesBack(Receipt receipt) {
        seen.overTheWeb("returning");
        return web.givesBack(receipt);
    }

    @Override
    public Outcome voids(Receipt sale) {
        throw new NotHere(ONLY_TILLS_VOID);
    }

    @Override
    public Outcome says(Choice choice, Identifier who, Purpose purpose) {
        return agent.says(choice, who, purpose);
    }

    @Override
    public Answer asks(Asked question) {
        return agent.asks(question);
    }

    @Override
    public Outcome feedback(String decision, String verdict, String product) {
        return agent.feedback(decision, verdict, product);
    }

    @Override
    public Answer again(String decisionId) {
        return agent.again(decisionId);
    }

    @Override
    public List<String> timeline(Identifier who) {
        return agent.timeline(who);
    }

    @Override
    public List<String> late(Identifier who) {
        return agent.late(who);
    }

    @Override
    public void close() {
        agent.close();
    }
}

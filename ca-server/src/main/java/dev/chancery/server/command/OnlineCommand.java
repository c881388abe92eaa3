package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiAnswer;
import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has that asks a running server. */
abstract class OnlineCommand implements Callable<Integer> {
    final Surroundings here;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    final ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Print what the API answered, as it is.")
    boolean json;

    OnlineCommand(Surroundings here) {
        this.here = here;
    }

    abstract void run(ApiClient api, Screen screen);

    /** Usage that picocli cannot judge; before any connection is made. */
    void checkUsage() {}

    @Override
    public final Integer call() {
        return Ending.of(spec, screen -> {
            checkUsage();
            run(server.connect(), screen);
        });
    }

    /** Sends, and says in words what a good answer holds; with {@code --json} the answer speaks for itself. */
    final void ask(ApiClient api, Screen screen, ApiRequest request, Consumer<Fields> words) {
        ApiAnswer answer = answer(api, screen, request);
        if (!json) {
            words.accept(Fields.of(answer));
        }
    }

    /** A good answer that is only a step on the way, and so is never printed; a refusal ends the command. */
    static ApiAnswer quietly(ApiClient api, ApiRequest request) {
        ApiAnswer answer = api.send(request);
        if (!answer.good()) {
            throw api.refusal(answer);
        }
        return answer;
    }

    /** A good answer, already printed if {@code --json} wants it; a refusal ends the command. */
    final ApiAnswer answer(ApiClient api, Screen screen, ApiRequest request) {
        ApiAnswer answer = api.send(request);
        if (json && answer.body().length() > 0) {
            screen.raw(answer.text());
        }
        if (!answer.good()) {
            throw api.refusal(answer);
        }
        return answer;
    }

    static CommandFailedException wrongUsage(String message) {
        return CommandFailedException.wrongUsage(message);
    }
}

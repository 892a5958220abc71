using CodeRelay.Analysis;
using CodeRelay.Formats;
using CodeRelay.Relay;
using CodeRelay.Workspace;

namespace CodeRelay.Cli;

/// <summary>Writes a handoff into the inbox, with an error that says what to do, and tells what was written.</summary>
internal static class HandoffOutput
{
    /// <exception cref="MissingEnvironmentException">It cannot be written.</exception>
    public static WrittenHandoff Write(Address address, string fileName, string text)
    {
        try
        {
            return HandoffWriter.Write(address, fileName, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MissingEnvironmentException($"the handoff was not written to {address.Place.Unread}: {e.Message.TrimEnd('.')}; make room or give write access there, or choose another inbox with AGENT_HANDOFF_ROOT");
        }
    }

    /// <summary>Enters what a handoff decided into the log of decisions, and says how much.</summary>
    /// <exception cref="MissingEnvironmentException">The log cannot be written.</exception>
    public static void EnterDecisions(Repository repository, Configuration configuration, string body, bool isDryRun)
    {
        try
        {
            Terminal.Error.WriteLine(DecisionLog.Enter(repository, configuration, body, DateTimeOffset.UtcNow, isDryRun) is var (path, added)
                ? $"{added} decision(s) {(isDryRun ? "would be " : "")}entered into {path}"
                : "no decision to enter: the handoff has no section on them");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MissingEnvironmentException($"the decisions were not entered: {e.Message.TrimEnd('.')}; give write access there, or leave --decisions out");
        }
    }

    /// <summary>Says where the handoff is.</summary>
    public static int Tell(string recipient, string sentinel, string kind, string target, bool asJson)
    {
        if (!asJson)
        {
            Terminal.Output.WriteLine($"DONE: handoff for {recipient} written; this session can be cleared now, the next one there begins with it");
            Terminal.Output.WriteLine($"sentinel: {sentinel}");
            Terminal.Output.WriteLine(target);
            return ExitCode.Success;
        }

        using var output = Terminal.OpenOutput();
        JsonText.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", "coderelay/handoff/1");
            json.WriteString(kind, target);
            json.WriteString("to", recipient);
            json.WriteString("sentinel", sentinel);
            json.WriteEndObject();
        });
        return ExitCode.Success;
    }

    /// <summary>Says that there was nothing to hand over. DONE and EMPTY are what those look for who wait for a session to end (AgentOps).</summary>
    public static int TellEmpty(bool asJson)
    {
        const string Reason = "no packet here says what comes next, and no file is uncommitted";
        if (!asJson)
        {
            Terminal.Output.WriteLine($"EMPTY: nothing to hand over, {Reason}; this session can be cleared now");
            return ExitCode.Success;
        }

        using var output = Terminal.OpenOutput();
        JsonText.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", "coderelay/handoff/1");
            json.WriteString("empty", Reason);
            json.WriteEndObject();
        });
        return ExitCode.Success;
    }
}

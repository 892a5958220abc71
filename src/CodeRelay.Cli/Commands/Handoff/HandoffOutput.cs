using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Reports;
using CodeRelay.Analysis;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Formats;
using CodeRelay.Git;

namespace CodeRelay.Cli.Commands;

/// <summary>Reports the result of a handoff.</summary>
internal static class HandoffOutput
{
    /// <summary>Reports that the rules refused the handoff.</summary>
    public static int Refuse()
    {
        Terminal.Error.WriteLine("the handoff was not written; correct the text, or send it unchanged with --force");
        return ExitCode.Findings;
    }

    /// <summary>Copies a handoff's decisions to the decision log, and reports their number.</summary>
    /// <exception cref="MissingEnvironmentException">The log cannot be written.</exception>
    public static void EnterDecisions(Repository repository, Configuration configuration, string body, bool isDryRun)
    {
        try
        {
            Terminal.Error.WriteLine(DecisionLog.Enter(repository, configuration, body, DateTimeOffset.UtcNow, isDryRun) is var (path, added)
                ? $"{added} decision(s) {(isDryRun ? "would be " : "")}added to {path}"
                : "no decision to add: the handoff has no section of decisions");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MissingEnvironmentException($"the decisions were not added: {e.Message.TrimEnd('.')}; make the file writable, or leave out --decisions");
        }
    }

    /// <summary>Reports the handoff's place, or the preview and its target.</summary>
    public static int Tell(HandoffRequest request, HandoffResult result, bool asJson)
    {
        if (request.IsDryRun)
        {
            var target = request.Remote is { } remote ? $"{request.Address.Place.Recipient}/{result.FileName} on {remote}" : Path.Combine(request.Address.Place.Unread, result.FileName);
            Terminal.Output.Write($"{result.Text}\nnothing was written; without --dry-run: {target}\n");
            return ExitCode.Success;
        }

        if (!asJson)
        {
            Terminal.Output.WriteLine($"DONE: handoff for {request.Address.Place.Recipient} written; the next session there starts with it, so this session can be cleared now");
            Terminal.Output.WriteLine($"sentinel: {result.Sentinel}");
            Terminal.Output.WriteLine(result.Ref ?? result.Written!.Path);
            return ExitCode.Success;
        }

        using var output = Terminal.OpenOutput();
        JsonText.Write(output, HandoffJson.Of(request, result), ReportJsonContext.Default.HandoffJson);
        return ExitCode.Success;
    }

    /// <summary>Reports that there was nothing to hand over. AgentOps looks for DONE and EMPTY when it waits for a session to end.</summary>
    public static int TellEmpty(bool asJson)
    {
        const string Reason = "no packet here names a next step, and no file is uncommitted";
        if (!asJson)
        {
            Terminal.Output.WriteLine($"EMPTY: nothing to hand over, {Reason}; this session can be cleared now");
            return ExitCode.Success;
        }

        using var output = Terminal.OpenOutput();
        JsonText.Write(output, new HandoffJson(Empty: Reason), ReportJsonContext.Default.HandoffJson);
        return ExitCode.Success;
    }
}

using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Reports;
using CodeRelay.Cli.Output;
using CodeRelay.Formats;

namespace CodeRelay.Cli.Commands;

/// <summary>Writes the JSON of the inbox verbs to standard output, and fails when the reader is gone.</summary>
internal static class InboxOutput
{
    public static void Write(InboxJson list)
    {
        using var output = Terminal.OpenStrictOutput();
        JsonText.Write(output, list, ReportJsonContext.Default.InboxJson);
    }

    public static void Write(InboxMessageJson message)
    {
        using var output = Terminal.OpenStrictOutput();
        JsonText.Write(output, message, ReportJsonContext.Default.InboxMessageJson);
    }

    /// <summary>Writes one handoff with its body.</summary>
    public static void Write(Inbox inbox, HandoffFile file, WorktreeFacts now) =>
        Write(InboxMessageJson.Of(inbox.Own.Recipient, InboxItemJson.Of(new SurveyedHandoff(file, IsOrphaned: false), now, withBody: true)));
}

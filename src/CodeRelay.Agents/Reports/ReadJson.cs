using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CodeRelay.Agents.Takeover;
using CodeRelay.Documents;
using CodeRelay.Evidence.References;

namespace CodeRelay.Agents.Reports;

/// <summary>The output of `coderelay read --format json`. Changes only add members.</summary>
/// <param name="Root">Full path of the repository, or of the directory when it is not in git.</param>
/// <param name="Head">Full object id of HEAD; null outside git and on a branch without commits.</param>
/// <param name="Branch">Short name of the branch; null outside git and when HEAD is detached.</param>
/// <param name="Shallow">True for a shallow clone, where age is unknown.</param>
/// <param name="Packet">The HANDOFF.md to read, relative to root; null without a packet.</param>
/// <param name="NextStep">The first next step on one line, without markup; null for none.</param>
/// <param name="Tokens">Estimated tokens of all texts below.</param>
/// <param name="Budget">The token limit.</param>
/// <param name="Parts">The texts in reading order.</param>
/// <param name="Files">The files that the packet names as important, in the order to open them.</param>
/// <param name="OnRequest">Files of the packet that were not requested, with the option that shows them.</param>
/// <param name="OtherPackets">The HANDOFF.md of the other packets.</param>
internal sealed record ReadJson(
    string Root,
    string? Head,
    string? Branch,
    bool Shallow,
    string? Packet,
    string? NextStep,
    int Tokens,
    [Range(200, int.MaxValue)] int Budget,
    IReadOnlyList<ReadPartJson> Parts,
    IReadOnlyList<ReadFileJson> Files,
    IReadOnlyList<ReadOptionJson> OnRequest,
    IReadOnlyList<string> OtherPackets)
{
    public const string SchemaId = "coderelay/read/1";

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;

    public static ReadJson Of(ReadReport report)
    {
        var (repository, order) = (report.Repository, report.Order);
        return new ReadJson(
            repository.Root,
            repository.Head?.Commit,
            repository.Head?.Branch,
            repository.IsShallow,
            order?.Packet.Handoff.Path,
            order?.Brief.Next is [var step, ..] ? step : null,
            order?.Tokens ?? 0,
            report.Budget,
            [.. (order?.Parts ?? []).Select(ReadPartJson.Of)],
            [.. (order?.Files ?? []).Select(ReadFileJson.Of)],
            [.. (order?.OnRequest ?? []).Select(ReadOptionJson.Of)],
            report.Others);
    }
}

/// <param name="File">Relative to root, with '/'.</param>
/// <param name="Lines">Lines of the whole file.</param>
/// <param name="Tokens">Estimated tokens of the text.</param>
/// <param name="FinishedTasks">Finished tasks, left out of the text.</param>
/// <param name="CutAt">The first line that did not fit, 1-based; null when everything did.</param>
/// <param name="Text">The shown text, with line feeds.</param>
internal sealed record ReadPartJson(string File, int Lines, int Tokens, int FinishedTasks, int? CutAt, string Text)
{
    public static ReadPartJson Of(ReadingPart part) => new(part.Path, part.LineCount, part.Tokens, part.Finished, part.CutAt, string.Join('\n', part.Lines));
}

/// <param name="Path">Relative to root; for a missing file the packet's spelling.</param>
/// <param name="State">The file's existence and kind.</param>
/// <param name="Lines">Null for anything but a text file.</param>
/// <param name="OfNextStep">True when the next step names it.</param>
internal sealed record ReadFileJson(
    string Path, [AllowedValues("tracked", "untracked", "directory", "several", "missing", "unknown")] string State, int? Lines, bool OfNextStep)
{
    public static ReadFileJson Of(ImportantFile file) => new(file.Path, Word(file.Match), file.Text?.LineCount, file.IsOfNextStep);

    private static string Word(PathMatch match) => match switch
    {
        PathMatch.File => "tracked",
        PathMatch.Untracked => "untracked",
        PathMatch.Directory => "directory",
        PathMatch.Several => "several",
        PathMatch.Missing => "missing",
        _ => "unknown",
    };
}

/// <param name="File">Relative to root.</param>
/// <param name="Option">The option to add to the command.</param>
/// <param name="Lines">Lines.</param>
/// <param name="Tokens">Estimated tokens.</param>
internal sealed record ReadOptionJson(string File, [AllowedValues("--decisions", "--context")] string Option, int Lines, int Tokens)
{
    public static ReadOptionJson Of(Document document) => new(document.Path, OptionOf(document.Kind), document.Text.LineCount, document.Tokens);

    /// <summary>The option that shows a file of the packet.</summary>
    public static string OptionOf(DocumentKind kind) => kind == DocumentKind.Decisions ? "--decisions" : "--context";
}

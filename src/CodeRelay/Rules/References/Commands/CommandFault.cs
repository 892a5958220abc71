using CodeRelay.Analysis;

namespace CodeRelay.Rules.References.Commands;

/// <summary>A part of a command that names something that does not exist.</summary>
/// <param name="Start">UTF-16 offset in the document.</param>
/// <param name="End">UTF-16 offset after it.</param>
/// <param name="Message">The message of the finding.</param>
/// <param name="Evidence">The source that was checked, and its valid names.</param>
/// <param name="Fix">Replaces the name when git detects a rename.</param>
internal sealed record CommandFault(int Start, int End, string Message, IReadOnlyList<EvidenceItem>? Evidence = null, Fix? Fix = null)
{
    private const int MostNames = 12;

    /// <summary>The fault of a name that a manifest does not define.</summary>
    /// <param name="command">The command.</param>
    /// <param name="word">The word with the name.</param>
    /// <param name="what">The kind of the name: "script", "target".</param>
    /// <param name="manifest">The manifest's path, or a description of several.</param>
    /// <param name="names">The defined names.</param>
    public static CommandFault Undefined(QuotedCommand command, CodeRelay.Documents.ShellWord word, string what, string manifest, IReadOnlyCollection<string> names)
    {
        var (start, end) = command.Place(word);
        var meant = CodeRelay.Evidence.References.NameSuggestion.Among(names, word.Text) is { } near ? $"; did you mean `{near}`" : "; use a defined one, or say that it is still to be added";
        return new CommandFault(start, end, $"{what} `{word.Text}` is not defined in {manifest}{meant}", [new EvidenceItem(EvidenceKind.Manifest, manifest, List(what, names))]);
    }

    /// <summary>"scripts: build, test", shortened when it is long.</summary>
    public static string List(string what, IReadOnlyCollection<string> names) =>
        names.Count == 0 ? $"no {what}s" : $"{what}s: {string.Join(", ", names.Order(StringComparer.Ordinal).Take(MostNames))}{(names.Count > MostNames ? $" and {names.Count - MostNames:N0} more" : "")}";
}

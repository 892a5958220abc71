using CodeRelay.Analysis;

namespace CodeRelay.Rules.References.Commands;

/// <summary>What in a command names something that is not there.</summary>
/// <param name="Start">Offset in the document.</param>
/// <param name="End">Offset behind it.</param>
/// <param name="Message">As a finding says it.</param>
/// <param name="Evidence">What was asked, and the names that are valid there.</param>
/// <param name="Fix">Replaces it, where git saw where it went.</param>
internal sealed record CommandFault(int Start, int End, string Message, IReadOnlyList<EvidenceItem>? Evidence = null, Fix? Fix = null)
{
    private const int MostNames = 12;

    /// <summary>A name that a manifest does not define.</summary>
    /// <param name="command">The command.</param>
    /// <param name="word">The word that names it.</param>
    /// <param name="what">"script", "target".</param>
    /// <param name="manifest">The manifest's path, or what stands for several of them.</param>
    /// <param name="names">What it defines.</param>
    public static CommandFault Undefined(QuotedCommand command, CodeRelay.Documents.ShellWord word, string what, string manifest, IReadOnlyCollection<string> names)
    {
        var (start, end) = command.Place(word);
        var meant = CodeRelay.Evidence.References.NameSuggestion.Among(names, word.Text) is { } near ? $"; did you mean `{near}`" : "; use a defined one, or say that it is still to be added";
        return new CommandFault(start, end, $"{what} `{word.Text}` is not defined in {manifest}{meant}", [new EvidenceItem(EvidenceKind.Manifest, manifest, List(what, names))]);
    }

    /// <summary>"scripts: build, test", cut off where it gets long.</summary>
    public static string List(string what, IReadOnlyCollection<string> names) =>
        names.Count == 0 ? $"no {what}s" : $"{what}s: {string.Join(", ", names.Order(StringComparer.Ordinal).Take(MostNames))}{(names.Count > MostNames ? $" and {names.Count - MostNames:N0} more" : "")}";
}

using CodeRelay.Documents;

namespace CodeRelay.Rules.References.Commands;

/// <summary>A command quoted in a text.</summary>
/// <param name="Mention">The mention of the command.</param>
/// <param name="Words">Its words from the tool on, without a wrapper such as `uv run`.</param>
/// <param name="Directory">The directory of an earlier `cd`, relative to the root; null without one.</param>
internal sealed record QuotedCommand(Mention Mention, IReadOnlyList<ShellWord> Words, string? Directory)
{
    // `docker compose run web npm test` runs elsewhere, so its tool stays docker.
    private static readonly string[][] Wrappers = [["uv", "run"], ["poetry", "run"], ["pipenv", "run"], ["pdm", "run"], ["rye", "run"], ["npx"], ["bundle", "exec"]];

    /// <summary>The tool's name without its directory.</summary>
    public string Tool => Words[0].Text;

    /// <summary>The directory that paths are relative to: that of the command, else that of its document.</summary>
    public string From => Directory ?? Mention.Block.Document.Directory;

    /// <summary>Reads the words of a command mention; null when there is only a wrapper.</summary>
    public static QuotedCommand? Read(Mention mention, string? directory)
    {
        var words = ShellWord.Split(mention.Target).ToArray();
        if (Array.Find(Wrappers, wrapper => words.Length > wrapper.Length && wrapper.SequenceEqual(words.Take(wrapper.Length).Select(word => word.Text))) is { } wrapper)
            words = words[wrapper.Length..];
        return words.Length == 0 || words[0].Text.StartsWith('-') ? null : new QuotedCommand(mention, words, directory);
    }

    /// <summary>The position of a word in the document; that of the whole command when escapes make the position uncertain.</summary>
    public (int Start, int End) Place(ShellWord word)
    {
        if (Mention.Length != Mention.Target.Length)
            return (Mention.Start, Mention.Start + Mention.Length);
        var quotes = word.Length - word.Text.Length == 2 && Mention.Target[word.Start] is '"' or '\'' ? 1 : 0;
        return (Mention.Start + word.Start + quotes, Mention.Start + word.Start + word.Length - quotes);
    }

    /// <summary>The path mention at a word, or null.</summary>
    public Mention? PathAt(ShellWord word)
    {
        var (start, end) = Place(word);
        return Mention.Block.Document.Mentions.FirstOrDefault(other => Evidence.References.PathEvidence.IsPath(other) && other.Start >= start && other.Start < end);
    }
}

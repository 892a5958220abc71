using System.Collections.Frozen;
using CodeRelay.Documents;

namespace CodeRelay.Rules.References.Commands;

/// <summary>The words after a command's verb, parsed as its tool does: options with values, flags, and positionals.</summary>
internal sealed class CommandArguments
{
    private readonly List<(string Name, ShellWord Value)> _options = [];
    private readonly List<ShellWord> _positionals = [];
    private readonly HashSet<string> _flags = new(StringComparer.Ordinal);

    /// <param name="words">The words to parse; those after `--` belong to another program.</param>
    /// <param name="withValue">Options whose value is the next word.</param>
    public CommandArguments(IEnumerable<ShellWord> words, FrozenSet<string> withValue)
    {
        var list = words.ToArray();
        for (var i = 0; i < list.Length && list[i].Text != "--"; i++)
        {
            var word = list[i];
            if (word.IsOperator)
                i++;
            else if (!word.Text.StartsWith('-'))
            {
                // `2>&1`
                if (i + 1 == list.Length || !list[i + 1].IsOperator || !word.Text.All(char.IsAsciiDigit))
                    _positionals.Add(word);
            }
            else if (word.Text.IndexOfAny(['=', ':']) is > 0 and var at)
                _options.Add((word.Text[..at], new ShellWord(word.Start + at + 1, word.Length - at - 1, word.Text[(at + 1)..], IsOperator: false)));
            else if (withValue.Contains(word.Text) && i + 1 < list.Length && !list[i + 1].IsOperator)
                _options.Add((word.Text, list[++i]));
            else
                _flags.Add(word.Text);
        }
    }

    /// <summary>The words that are neither options nor their values.</summary>
    public IReadOnlyList<ShellWord> Positionals => _positionals;

    /// <summary>The values of an option with several names, in order.</summary>
    public IEnumerable<ShellWord> ValuesOf(params IReadOnlyList<string> names) => _options.Where(option => names.Contains(option.Name)).Select(option => option.Value);

    /// <summary>True when one of these options is present, with or without a value.</summary>
    public bool Has(params IReadOnlyList<string> names) => names.Any(name => _flags.Contains(name) || _options.Exists(option => option.Name == name));
}

using System.CommandLine;

namespace CodeRelay.Cli.CommandLine;

/// <summary>An option that takes one of a few words; the first is its default.</summary>
internal sealed class ChoiceOption<T> : Option<string>
{
    private readonly IReadOnlyList<(string Word, T Value)> _choices;

    /// <param name="name">With its dashes.</param>
    /// <param name="helpName">What stands in the angle brackets of the help text.</param>
    /// <param name="description">For the help text, which appends the words.</param>
    /// <param name="choices">The words and what they stand for.</param>
    public ChoiceOption(string name, string helpName, string description, params IReadOnlyList<(string Word, T Value)> choices)
        : base(name)
    {
        _choices = choices;
        Description = $"{description}: {string.Join(", ", choices.Select(choice => choice.Word))}.";
        HelpName = helpName;
        DefaultValueFactory = _ => choices[0].Word;
        Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => choices.All(choice => choice.Word != token.Value)))
                result.AddError($"unknown value '{token.Value}' for {name}; valid are {string.Join(", ", choices.Select(choice => choice.Word))}");
        });
    }

    /// <summary>What the given or default word stands for.</summary>
    public T Read(ParseResult arguments)
    {
        var word = arguments.GetValue(this);
        return _choices.First(choice => choice.Word == word).Value;
    }
}

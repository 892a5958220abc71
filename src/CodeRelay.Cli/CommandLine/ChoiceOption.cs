using System.CommandLine;

namespace CodeRelay.Cli.CommandLine;

/// <summary>An option with a fixed set of values; the first is the default.</summary>
internal sealed class ChoiceOption<T> : Option<string>
{
    private readonly IReadOnlyList<(string Word, T Value)> _choices;

    /// <param name="name">With its dashes.</param>
    /// <param name="helpName">The name in the angle brackets of the help text.</param>
    /// <param name="description">The help text, to which the values are appended.</param>
    /// <param name="choices">The values and their meanings.</param>
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

    /// <summary>The meaning of the given or default value.</summary>
    public T Read(ParseResult arguments)
    {
        var word = arguments.GetValue(this);
        return _choices.First(choice => choice.Word == word).Value;
    }
}

namespace CodeRelay.Tests.Rules.Safety;

public sealed class RLY6001Tests
{
    private const string Value = "680a85b917c34f5564d0839861e2ce216971f5d3";

    [Theory]
    [InlineData("Clé API (DOLAPIKEY) : `" + Value + "`", 1)]
    [InlineData("- API key (staging): " + Value, 1)]
    [InlineData("Clave API: " + Value, 1)]
    [InlineData("See the commit (it adds the token) `" + Value + "`", 0)]
    public void A_value_behind_a_word_in_brackets_is_a_secret(string statement, int count) =>
        Assert.Equal(count, Packet.Findings("RLY6001", $"# Handoff\n\n{statement}\n").Count);
}

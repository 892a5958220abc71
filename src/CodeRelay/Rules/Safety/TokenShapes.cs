using System.Buffers;

namespace CodeRelay.Rules.Safety;

/// <summary>Finds tokens by the shape that their issuers gave them for this purpose: a prefix, an alphabet, a length.</summary>
internal static class TokenShapes
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Hex = "0123456789abcdefABCDEF";
    private const double LeastEntropy = 2.8;

    private static readonly Shape[] Shapes =
    [
        new("ghp_", Letters, 36, 255, "a GitHub token"), new("gho_", Letters, 36, 255, "a GitHub token"), new("ghu_", Letters, 36, 255, "a GitHub token"),
        new("ghs_", Letters, 36, 255, "a GitHub token"), new("ghr_", Letters, 36, 255, "a GitHub token"), new("github_pat_", Letters + "_", 40, 255, "a GitHub token"),
        new("glpat-", Letters + "-_.", 20, 64, "a GitLab token"), new("gldt-", Letters + "-_", 20, 64, "a GitLab token"), new("glrt-", Letters + "-_", 20, 64, "a GitLab token"),
        new("sk-ant-", Letters + "-_", 40, 200, "an Anthropic key"), new("sk-proj-", Letters + "-_", 40, 250, "an OpenAI key"), new("sk-svcacct-", Letters + "-_", 40, 250, "an OpenAI key"), new("sk-", Letters, 40, 64, "an API key"),
        new("sk-or-v1-", Hex, 64, 64, "an OpenRouter key"), new("gsk_", Letters, 40, 64, "a Groq key"), new("hf_", Letters, 30, 40, "a Hugging Face token"), new("r8_", Letters, 37, 40, "a Replicate token"),
        new("AKIA", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16, 16, "an AWS access key id"), new("ASIA", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16, 16, "an AWS access key id"),
        new("AIza", Letters + "-_", 35, 35, "a Google API key"), new("GOCSPX-", Letters + "-_", 28, 28, "a Google client secret"), new("ya29.", Letters + "-_", 40, 500, "a Google access token"),
        new("xoxb-", Letters + "-", 20, 120, "a Slack token"), new("xoxp-", Letters + "-", 20, 120, "a Slack token"), new("xoxa-", Letters + "-", 20, 120, "a Slack token"), new("xoxr-", Letters + "-", 20, 120, "a Slack token"), new("xapp-", Letters + "-", 40, 200, "a Slack token"),
        new("hooks.slack.com/services/", Letters + "/", 40, 60, "a Slack webhook"), new("discord.com/api/webhooks/", Letters + "/-_", 60, 120, "a Discord webhook"),
        new("sk_live_", Letters, 20, 255, "a Stripe key"), new("rk_live_", Letters, 20, 255, "a Stripe key"), new("whsec_", Letters, 32, 64, "a webhook secret"),
        new("SG.", Letters + "-_.", 60, 72, "a SendGrid key"), new("key-", Hex, 32, 32, "a Mailgun key"),
        new("npm_", Letters, 36, 36, "an npm token"), new("pypi-", Letters + "-_", 60, 300, "a PyPI token"), new("rubygems_", Hex, 48, 48, "a RubyGems key"), new("oy2", "abcdefghijklmnopqrstuvwxyz234567", 43, 43, "a NuGet key"),
        new("dckr_pat_", Letters + "-_", 27, 40, "a Docker token"), new("dop_v1_", Hex, 64, 64, "a DigitalOcean token"), new("dapi", Hex, 32, 36, "a Databricks token"), new("dp.pt.", Letters, 40, 50, "a Doppler token"),
        new("lin_api_", Letters, 40, 48, "a Linear key"), new("shpat_", Hex, 32, 32, "a Shopify token"), new("sbp_", Hex, 40, 40, "a Supabase token"), new("ntn_", Letters, 40, 60, "a Notion token"), new("secret_", Letters, 43, 43, "a Notion token"),
        new("AGE-SECRET-KEY-1", "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", 58, 58, "an age key"), new("AccountKey=", Letters + "+/=", 86, 90, "an Azure storage key"), new("PMAK-", Letters + "-", 59, 64, "a Postman key"),
        new("eyJ", Letters + "-_.", 60, 4000, "a JSON web token"),
    ];

    private static readonly SearchValues<string> Prefixes = SearchValues.Create([.. Shapes.Select(shape => shape.Prefix)], StringComparison.Ordinal);

    private sealed record Shape(string Prefix, string Alphabet, int Shortest, int Longest, string What)
    {
        public SearchValues<char> Characters => field ??= SearchValues.Create(Alphabet);
    }

    public static IEnumerable<SecretMatch> Find(string text)
    {
        for (var at = NextPrefix(text, 0); at >= 0; at = NextPrefix(text, at + 1))
        {
            if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '_'))
                continue;
            if (Match(text, at) is not { } match)
                continue;
            yield return match;
            at = match.Start + match.Length;
        }
    }

    private static int NextPrefix(string text, int from)
    {
        var found = from < text.Length ? text.AsSpan(from).IndexOfAny(Prefixes) : -1;
        return found < 0 ? -1 : from + found;
    }

    private static SecretMatch? Match(string text, int at)
    {
        foreach (var shape in Shapes)
        {
            var rest = text.AsSpan(at);
            if (!rest.StartsWith(shape.Prefix, StringComparison.Ordinal))
                continue;
            rest = rest[shape.Prefix.Length..];
            var length = rest.IndexOfAnyExcept(shape.Characters);
            var body = (length < 0 ? rest : rest[..length]).TrimEnd(".-_/");
            if (body.Length < shape.Shortest || body.Length > shape.Longest || Placeholder.Is(body) || Entropy.BitsPerCharacter(body) < LeastEntropy)
                continue;
            if (shape.Prefix == "eyJ" && !IsWebToken(body))
                continue;
            return new SecretMatch(at, shape.Prefix.Length + body.Length, shape.What);
        }

        return null;
    }

    // Header, payload and a signature; an unsigned token grants no access.
    private static bool IsWebToken(ReadOnlySpan<char> body) =>
        body.Count('.') == 2 && body[(body.IndexOf('.') + 1)..].StartsWith("eyJ") && body.Length - body.LastIndexOf('.') > 27;
}

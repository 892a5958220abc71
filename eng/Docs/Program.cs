using CodeRelay.Docs;

switch (args)
{
    case []:
        foreach (var path in Documentation.Update(Checkout.Root))
            Console.WriteLine(path);
        return 0;
    case ["--check"]:
        var stale = Documentation.Stale(Checkout.Root);
        foreach (var path in stale)
            Console.Error.WriteLine($"{path} is stale");
        if (stale.Count > 0)
            Console.Error.WriteLine($"run `{Documentation.Command}`");
        return stale.Count > 0 ? 1 : 0;
    default:
        Console.Error.WriteLine($"unknown argument '{args[0]}'; valid is --check");
        return 2;
}

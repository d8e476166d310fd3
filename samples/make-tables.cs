#:project ../src/AutoMLZero/AutoMLZero.csproj
#:property PublishAot=false

// Makes the sample tables houses.csv and machines.csv, always the same: dotnet run samples/make-tables.cs
// Both are invented. What their targets depend on is not linear, and a part of each is chance.
using System.Globalization;
using AutoMLZero.Numerics;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = args is [var given] ? given : "samples";
File.WriteAllLines(Path.Combine(folder, "houses.csv"), Houses(new RandomSource(1), 500));
File.WriteAllLines(Path.Combine(folder, "machines.csv"), Machines(new RandomSource(2), 800));

// Price in thousands: area times the district's price for a square meter, less far from the centre and with age, but more when very old.
static IEnumerable<string> Houses(RandomSource random, int rows)
{
    (string Name, double Price)[] districts = [("harbour", 5.2), ("hill", 4.1), ("old town", 4.6), ("west", 2.9)];
    yield return "area,rooms,age,distance,district,price";
    for (var i = 0; i < rows; i++)
    {
        var area = 35 + (165 * random.NextDouble());
        var rooms = Math.Max(1, (int)Math.Round((area / 28) + (0.7 * random.NextGaussian())));
        var age = random.NextInt(120);
        var distance = 0.3 + (24 * random.NextDouble() * random.NextDouble());
        var district = districts[random.NextInt(districts.Length)];
        var condition = 1 - (0.35 * Elementary.Sin(Math.PI * age / 120.0));
        var price = area * district.Price * condition * Elementary.Exp(-distance / 14) * Elementary.Exp(0.08 * random.NextGaussian());
        yield return $"{area:0},{rooms},{age},{distance:0.0},{district.Name},{price:0.0}";
    }
}

// A machine fails when it is hot under load or vibrates, the more so the longer it has run; a cold one under load is fine.
static IEnumerable<string> Machines(RandomSource random, int rows)
{
    string[] models = ["A10", "A20", "B7"];
    yield return "model,temperature,load,vibration,hours,failed";
    for (var i = 0; i < rows; i++)
    {
        var model = random.NextInt(models.Length);
        var temperature = 65 + (15 * random.NextGaussian());
        var load = 100 * random.NextDouble();
        var vibration = Elementary.Exp(0.5 * random.NextGaussian());
        var hours = random.NextInt(9000);
        var risk = (0.055 * (temperature - 65) * (load - 50) / 10) + (1.1 * (vibration - 1)) + ((hours - 4500) / 4000.0) + (model == 2 ? 0.9 : 0) - 0.3;
        var failed = random.NextDouble() < 1 / (1 + Elementary.Exp(-2 * risk));
        yield return $"{models[model]},{temperature:0.0},{load:0},{vibration:0.00},{hours},{(failed ? "yes" : "no")}";
    }
}

/** Cities that stories are filed from. */
const CITIES: ReadonlySet<string> = new Set(
  `Abidjan,Abu Dhabi,Abuja,Accra,Addis Ababa,Adelaide,Ahmedabad,Albany,Albuquerque,Algiers,Allahabad,Almaty,Amman,Amritsar,Amsterdam,Anchorage,Ankara,
  Antananarivo,Anaheim,Ashgabat,Athens,Atlanta,Atlantic City,Auckland,Augusta,Austin,Baghdad,Bagram,Baku,Bali,Baltimore,Bamako,Bandung,Bangalore,Bengaluru,Bangkok,Bangui,Banjul,
  Barcelona,Barisal,Basel,Basra,Baton Rouge,Beijing,Beirut,Belfast,Belgrade,Berlin,Bern,Bhopal,Bhubaneswar,Birmingham,Bishkek,Bogota,Bogotá,Bonn,Boston,Brasilia,Bratislava,
  Brazzaville,Brisbane,Bristol,Brussels,Bucharest,Budapest,Buenos Aires,Buffalo,Bujumbura,Busan,Cairns,Cairo,Calcutta,Calgary,Cambridge,Canberra,Cancun,Cape Town,Caracas,
  Cardiff,Casablanca,Cebu City,Chandigarh,Charleston,Charlotte,Chennai,Chengdu,Chicago,Chisinau,Chittagong,Christchurch,Cincinnati,Cleveland,Cologne,Colombo,Columbia,Columbus,Conakry,
  Copenhagen,Cotonou,Dakar,Dallas,Damascus,Dar es Salaam,Darwin,Davao City,Davos,Dehradun,Denver,Des Moines,Detroit,Dhaka,Dili,Djibouti,Doha,Donetsk,Dubai,Dublin,Dubrovnik,Durban,
  Dushanbe,Dusseldorf,Düsseldorf,Edinburgh,Edmonton,Entebbe,Erbil,Faisalabad,Fort Worth,Frankfurt,Freetown,Fukuoka,Gaborone,Gandhinagar,Gaza,Gaza City,Geneva,George Town,Georgetown,Glasgow,
  Goma,Gothenburg,Guangzhou,Guatemala City,Gujranwala,Guwahati,Gwadar,Haifa,Halifax,Hamburg,Hangzhou,Hanoi,Harare,Harrisburg,Hartford,Havana,Hebron,Helsinki,Herat,Hiroshima,Ho Chi Minh City,
  Hobart,Hong Kong,Honolulu,Houston,Hyderabad,Idlib,Iloilo City,Imphal,Indianapolis,Ipoh,Islamabad,Istanbul,Izmir,Jackson,Jacksonville,Jaipur,Jakarta,Jammu,Jeddah,Jerusalem,
  Johannesburg,Johor Baru,Johor Bahru,Juba,Kabul,Kampala,Kandahar,Kano,Kansas City,Kanpur,Karachi,Kathmandu,Khartoum,Kiev,Kigali,Kingston,Kinshasa,Kobe,Kochi,Kolkata,Kota Kinabalu,Kraków,Krakow,
  Kuala Lumpur,Kuala Terengganu,Kuching,Kunming,Kuwait City,Kyiv,Kyoto,Lagos,Lahore,Las Vegas,Lausanne,Leeds,Leipzig,Libreville,Lilongwe,Lima,Lisbon,Liverpool,Ljubljana,Lomé,
  London,Los Angeles,Louisville,Luanda,Lucknow,Lusaka,Luxembourg,Lviv,Lyon,Macau,Madrid,Makati City,Malacca,Malé,Male,Managua,Manama,Manchester,Manila,Maputo,Marrakesh,Marseille,
  Maseru,Mecca,Medellin,Medina,Melbourne,Memphis,Mexico City,Miami,Milan,Milwaukee,Minneapolis,Minsk,Mogadishu,Monrovia,Montevideo,Montreal,Moscow,Mosul,Multan,Mumbai,Munich,Muscat,
  Muzaffarabad,Nagoya,Nagpur,Nairobi,Nanjing,Naples,Nashville,Nassau,Naypyidaw,New Delhi,New Haven,New Orleans,New York,Newark,Niamey,Nice,Nicosia,Norfolk,Nouakchott,Nur-Sultan,
  Oakland,Oklahoma City,Omaha,Orlando,Osaka,Oslo,Ottawa,Ouagadougou,Palermo,Panama City,Paris,Patna,Pattaya,Penang,Perth,Peshawar,Philadelphia,Phnom Penh,Phoenix,Phuket,Pittsburgh,
  Port Louis,Port Moresby,Port-au-Prince,Portland,Porto,Prague,Pretoria,Pristina,Providence,Pune,Putrajaya,Pyongyang,Quebec City,Quetta,Quezon City,Quito,Rabat,Raleigh,Ramallah,Ranchi,Rangoon,
  Rawalpindi,Reykjavik,Richmond,Riga,Rio de Janeiro,Riyadh,Rome,Rotterdam,Sacramento,Salt Lake City,San Antonio,San Diego,San Francisco,San Jose,San José,San Juan,San Salvador,Sanaa,
  Santiago,Santo Domingo,Sao Paulo,São Paulo,Sapporo,Sarajevo,Seattle,Seoul,Sevastopol,Shah Alam,Shanghai,Sharjah,Shenzhen,Shillong,Shimla,Singapore,Skopje,Sochi,Sofia,Srinagar,Stockholm,
  Stuttgart,Sukkur,Surabaya,Surat,Suva,Sydney,Sylhet,Taipei,Tallahassee,Tallinn,Tampa,Tashkent,Tbilisi,Tegucigalpa,Tehran,Tel Aviv,The Hague,Thimphu,Tirana,Tokyo,Toronto,Tripoli,
  Tucson,Tulsa,Tunis,Turin,Ulan Bator,Ulaanbaatar,Utrecht,Valencia,Valletta,Vancouver,Varanasi,Venice,Vienna,Vientiane,Vijayawada,Vilnius,Visakhapatnam,Vladivostok,Warsaw,Washington,
  Wellington,Wichita,Windhoek,Winnipeg,Wuhan,Yangon,Yaoundé,Yekaterinburg,Yerevan,Yokohama,York,Zagreb,Zurich`.split(
    /,\s*/u,
  ),
)

const FOLDED: ReadonlySet<string> = new Set([...CITIES].map((city) => city.toLowerCase()))

/** Whether a place is known, however it is printed: a city, or a town with its state. */
export function isKnownPlace(place: string): boolean {
  const [town = '', region] = place.split(/, ?|\//u)
  return FOLDED.has(town.toLowerCase()) || (region !== undefined && STATES.has(region))
}

// `Little Rock, Ark.`, `Springfield, Mass.`: the state makes a place of any town
const STATES: ReadonlySet<string> = new Set(
  `Ala.,Ariz.,Ark.,Calif.,Colo.,Conn.,Del.,D.C.,Fla.,Ga.,Ill.,Ind.,Kan.,Ky.,La.,Md.,Mass.,Mich.,Minn.,Miss.,Mo.,Mont.,Neb.,Nev.,N.H.,N.J.,N.M.,N.Y.,N.C.,N.D.,Okla.,Ore.,Pa.,R.I.,S.C.,
  S.D.,Tenn.,Vt.,Va.,Wash.,W.Va.,Wis.,Wyo.,Ont.,Que.,Alta.,Man.,Sask.,N.S.,N.B.,B.C.,P.E.I.,Alaska,Hawaii,Idaho,Iowa,Maine,Ohio,Texas,Utah`.split(
    /,\s*/u,
  ),
)

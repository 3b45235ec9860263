-- Two notes of the catalogue were left in the words of its keepers; every district reads them in Chinese.
UPDATE "CatalogItem" SET notes = '每年11月15日至次年3月15日、法定节假日前15日至节后5日不批准挖掘道路。'
WHERE notes = 'blackout_periods: 11-15..03-15 every year; statutory holidays -15d/+5d';
UPDATE "CatalogItem" SET notes = '开工后满1个月未入库转黄，满2个月转红（按项目计）。'
WHERE notes = 'colour rule from project level: 1 month yellow / 2 months red';
